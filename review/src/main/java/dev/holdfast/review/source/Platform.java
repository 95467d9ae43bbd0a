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

  /** Whether both are top-level types of the platform and the first is one of the second. */
  static boolean isSubtype(String type, String supertype) {
    if (!has(type) || !has(supertype) || supertype.equals("java.lang.Object")) {
      return false;
    }
    try {
      ClassLoader platform = ClassLoader.getPlatformClassLoader();
      Class<?> above = Class.forName(supertype, false, platform);
      return above.isAssignableFrom(Class.forName(type, false, platform));
    } catch (ClassNotFoundException e) {
      /* A nested type: its name is spelled otherwise here. */
      return false;
    }
  }

  private static boolean hasUpper(String name, int end) {
    int dot = name.lastIndexOf('.', end - 1);
    return Character.isUpperCase(name.charAt(dot + 1));
  }
}
