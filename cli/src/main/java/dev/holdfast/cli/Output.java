package dev.holdfast.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a result goes: a file, or the standard output where that is null. */
record Output(Streams streams, Path file) {

  /** Writes it; where that fails the user is told, and the answer is false. */
  boolean write(String text) {
    if (file == null) {
      streams.out().print(text);
      streams.out().flush();
      return true;
    }
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return true;
    } catch (NoSuchFileException e) {
      streams.complain("'" + file + "' cannot be written: there is no such folder");
      return false;
    } catch (IOException e) {
      streams.complain("'" + file + "' cannot be written: " + e);
      return false;
    }
  }
}
