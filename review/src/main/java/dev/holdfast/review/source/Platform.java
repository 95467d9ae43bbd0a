package dev.holdfast.review.source;

/** The types of the Java platform that runs the tool. */
final class Platform {
  private Platform() {}

  /** Whether the platform has a type of that name; nested ones with {@code .} too. */
  static boolean has(String qualifiedName) {
    if (!qualifiedName.startsWith("java.") && !qualifiedName.startsWith("javax.")) {
      return false;
    }
    String binary = qualifiedName;
    while (true) {
      if (ClassLoader.getPlatformClassLoader().getResource(binary.replace('.', '/') + ".class")
          != null) {
        return true;
      }
      int dot = binary.lastIndexOf('.');
      if (dot < 0 || !Character.isUpperCase(binary.charAt(dot + 1)) || !hasUpper(binary, dot)) {
        return false;
      }
      binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
    }
  }

  private static boolean hasUpper(String name, int end) {
    int dot = name.lastIndexOf('.', end - 1);
    return Character.isUpperCase(name.charAt(dot + 1));
  }
}
