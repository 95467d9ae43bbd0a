package dev.holdfast.review.format;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON in memory. */
public final class Json {
  private Json() {}

  /** Writes one value. */
  public interface Body {
    /**
     * Writes the value.
     *
     * @throws IOException never, as the writer is one in memory
     */
    void write(JsonWriter json) throws IOException;
  }

  /** A value on one line, without a line end. */
  public static String line(Body body) {
    return write(body, "");
  }

  /** A value over several lines, with a line end. */
  static String pretty(Body body) {
    return write(body, "  ") + "\n";
  }

  private static String write(Body body, String indent) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent(indent);
      json.setHtmlSafe(false);
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
