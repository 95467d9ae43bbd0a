package dev.holdfast.cli;

import dev.holdfast.review.diff.Gate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which verdicts fail a review. */
final class GateWords implements ITypeConverter<Gate> {

  @Override
  public Gate convert(String words) {
    try {
      return Gate.parse(words);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
