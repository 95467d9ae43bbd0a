package dev.holdfast.cli;

import dev.holdfast.review.format.ToolInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Holdfast this is, as the build wrote it down. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"holdfast " + number()};
  }

  /**
   * This tool, as outputs name it.
   *
   * @throws IOException if the jar is damaged
   */
  static ToolInfo tool() throws IOException {
    return new ToolInfo("holdfast", number(), "");
  }

  /**
   * The number alone.
   *
   * @throws IOException if the jar is damaged
   */
  static String number() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
