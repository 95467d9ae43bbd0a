package dev.holdfast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What a newer JDK compiles runs on 17 as well: a release cannot be given to the compiler, as that
 * hides its own packages, so that newer types and methods could slip in.
 */
final class OldestReleaseTest {
  private static final Path CLASSES = Path.of("target/classes");

  /** What a class file refers to: types, and methods as {@code type#name}. */
  private static Set<String> references(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      String[] texts = new String[count];
      int[][] pairs = new int[count][];
      List<int[]> classes = new ArrayList<>();
      List<int[]> members = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 3, 4 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          case 7 -> {
            pairs[i] = new int[] {in.readUnsignedShort()};
            classes.add(pairs[i]);
          }
          case 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> {
            pairs[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
            if (tag == 10 || tag == 11) {
              members.add(pairs[i]);
            }
          }
        }
      }
      Set<String> result = new TreeSet<>();
      classes.forEach(each -> result.add(texts[each[0]]));
      members.forEach(
          each -> result.add(texts[pairs[each[0]][0]] + "#" + texts[pairs[each[1]][0]]));
      return result;
    }
  }

  private static boolean exists(String reference, Elements elements) {
    String[] parts = reference.split("#");
    TypeElement type = elements.getTypeElement(parts[0].replace('/', '.').replace('$', '.'));
    if (type == null || parts.length == 1 || parts[1].equals("<init>")) {
      return type != null;
    }
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .anyMatch(method -> method.getSimpleName().contentEquals(parts[1]));
  }

  @Test
  void hasAllThatIsReferredTo() throws IOException {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null, null, null, List.of("--release", "17"), List.of("java.util.List"), null);
    Elements elements = task.getElements();
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        for (String each : references(file)) {
          if (each.startsWith("java/") && !exists(each, elements)) {
            missing.add(CLASSES.relativize(file) + ": " + each);
          }
        }
      }
    }

    assertThat(exists("java/util/List#size", elements)).isTrue();
    assertThat(exists("java/util/List#getFirst", elements)).isFalse();
    assertThat(missing).isEmpty();
  }
}
