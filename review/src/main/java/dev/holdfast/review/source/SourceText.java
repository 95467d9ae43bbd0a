package dev.holdfast.review.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text, or says why not. */
public final class SourceText {
  /** Larger files are generated or no sources at all. */
  public static final long LIMIT = 8L << 20;

  private static final int PROBE = 8000;

  private SourceText() {}

  /**
   * The text of a UTF-8 file; a byte order mark is dropped.
   *
   * @throws UnreadableSourceException if the bytes are binary, too many, or not UTF-8
   */
  public static String decode(byte[] bytes) throws UnreadableSourceException {
    checkSize(bytes.length);
    for (int i = 0; i < Math.min(PROBE, bytes.length); i++) {
      if (bytes[i] == 0) {
        throw new UnreadableSourceException("is binary");
      }
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableSourceException("is not UTF-8");
    }
  }

  /**
   * Refuses a file by its size alone.
   *
   * @throws UnreadableSourceException if it is larger than {@link #LIMIT}
   */
  public static void checkSize(long bytes) throws UnreadableSourceException {
    if (bytes > LIMIT) {
      throw new UnreadableSourceException(
          "is larger than " + (LIMIT >> 20) + " MiB (" + ((bytes + (1 << 20) - 1) >> 20) + " MiB)");
    }
  }
}
