package dev.holdfast.cli;

import dev.holdfast.review.finding.Baseline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options about findings that a project has accepted for now. */
final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Leaves out the findings that it lists, and says which of them are fixed.")
  private Path file;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description =
          "Where there is no such file: makes it of all findings. Where there is: as --baseline,"
              + " and drops from it what is fixed. It never gains a line.")
  private Path written;

  /**
   * Reads the baseline, if one is named.
   *
   * @throws ParameterException if it does not exist or is none
   * @throws IOException if it cannot be read
   */
  AcceptedFindings read(CommandLine command, Streams streams) throws IOException {
    if (file != null && written != null) {
      throw new ParameterException(
          command, "--write-baseline reads the baseline, too; leave --baseline out");
    }
    Path named = written == null ? file : written;
    if (named == null) {
      return new AcceptedFindings(streams, null, null, false);
    }
    try {
      Baseline baseline = Baseline.parse(Files.readString(named, StandardCharsets.UTF_8));
      return new AcceptedFindings(streams, named, baseline, written != null);
    } catch (NoSuchFileException e) {
      if (written != null) {
        return new AcceptedFindings(streams, named, null, true);
      }
      throw new ParameterException(command, "baseline '" + named + "' does not exist", e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "baseline '" + named + "': " + e.getMessage(), e);
    }
  }
}
