package dev.holdfast.maven;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.javac.CheckSession;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the sources of one module in this process. */
final class ModuleCheck {
  private ModuleCheck() {}

  /**
   * What to check.
   *
   * @param sourceRoots folders of sources; all exist
   * @param classPath what they compile against; entries that do not exist are passed by
   * @param release the Java release, or 0 for that of the running JDK
   * @param encoding of the sources
   * @param options how to check
   */
  record Module(
      List<Path> sourceRoots,
      List<Path> classPath,
      int release,
      Charset encoding,
      Options options) {}

  /**
   * Checks it; a module without sources has no findings.
   *
   * @throws BadConfiguration if the release is none that this JDK knows
   * @throws IOException if sources or class path cannot be read
   */
  static CheckSession.Result run(Module module) throws IOException, BadConfiguration {
    List<Path> files = ModuleSources.files(module.sourceRoots());
    if (files.isEmpty()) {
      return CheckSession.Result.NOTHING;
    }
    Set<Path> classPath = new LinkedHashSet<>();
    module.classPath().stream().filter(Files::exists).forEach(classPath::add);
    classPath.add(annotations());
    try {
      return CheckSession.run(
          new CheckSession.Request(
              files,
              new ArrayList<>(classPath),
              module.release(),
              List.of(),
              module.options(),
              false,
              module.encoding()));
    } catch (IllegalArgumentException e) {
      /* the compiler refuses an option; of those only the release is the user's */
      throw new BadConfiguration(e.getMessage(), e);
    }
  }

  /** Sources may name the annotations though the module has no dependency on them. */
  private static Path annotations() throws IOException {
    try {
      return Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the annotations are not in a file", e);
    }
  }
}
