package dev.holdfast.cli;

import dev.holdfast.review.format.OutputFormat;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an output format, and knows them all. */
final class FormatName implements ITypeConverter<OutputFormat>, Iterable<String> {

  @Override
  public OutputFormat convert(String word) {
    try {
      return OutputFormat.ofWord(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(OutputFormat.values()).map(OutputFormat::word).iterator();
  }
}
