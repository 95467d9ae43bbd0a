package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a JVM obeys the mode that it was started with. */
final class AssertionModesTest {
  @ParameterizedTest
  @CsvSource({
    "off,       'OFF asked=[HELD, HELD, UNKNOWN, NOT_HELD] outsider=passes missing=passes unlock=refused change=refused stress=balanced read=free misuse=refused'",
    "state,     'STATE asked=[HELD, HELD, UNKNOWN, NOT_HELD] outsider=passes missing=fails unlock=refused change=refused stress=balanced read=free misuse=refused'",
    "ownership, 'OWNERSHIP asked=[HELD, HELD, HELD, NOT_HELD] outsider=fails missing=fails unlock=refused change=refused stress=balanced read=allocates misuse=refused'",
  })
  void obeysTheProperty(String mode, String expected) throws Exception {
    assertThat(run("-Dholdfast.assertions=" + mode)).isEqualTo(expected);
  }

  @Test
  void isOffByDefault() throws Exception {
    assertThat(run()).startsWith("OFF ");
  }

  @Test
  void refusesToStartWithAnUnknownMode() throws Exception {
    assertThat(run("-Dholdfast.assertions=on")).contains("accepted are off, state, ownership");
  }

  private static String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dholdfast.stress=" + Integer.getInteger("holdfast.stress", 1));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ModeProbe.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return output;
  }
}
