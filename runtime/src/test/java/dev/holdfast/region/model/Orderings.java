package dev.holdfast.region.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The access mode of each step of the state word and the sequence number: as compiled, or with one
 * of them changed.
 */
final class Orderings {
  /** A step, with the class and method that make it. */
  enum Point {
    PIN("RegionState", "pin", "compareAndSet"),
    UNPIN("RegionState", "unpin", "getAndAdd"),
    WAIT("RegionState", "count", "get"),
    EXCLUDE("RegionState", "exclude", "compareAndSet"),
    INCLUDE("RegionState", "include", "getAndAdd"),
    PUBLISH("RegionState", "publish", "set"),
    UNPUBLISH("RegionState", "unpublish", "getAndAdd"),
    REGION_NUMBER("RegionState", "sequence", "get"),
    END_WRITE("RegionState", "clearSequence", "set"),
    SPACE_NUMBER("SpaceSequence", "get", "get"),
    END_CYCLE("SpaceSequence", "end", "set");

    private final String type;
    private final String method;
    private final String operation;

    Point(String type, String method, String operation) {
      this.type = type;
      this.method = method;
      this.operation = operation;
    }
  }

  private final Map<Point, Access> modes;

  private Orderings(Map<Point, Access> modes) {
    this.modes = modes;
  }

  /** The modes that the compiled classes use. */
  static Orderings compiled() throws IOException {
    Map<Point, Access> modes = new EnumMap<>(Point.class);
    for (Point point : Point.values()) {
      try (InputStream in =
          Orderings.class.getResourceAsStream("/dev/holdfast/region/" + point.type + ".class")) {
        new ClassReader(in).accept(new Finder(point, modes), ClassReader.SKIP_DEBUG);
      }
    }
    return new Orderings(modes);
  }

  /** The same with one step in another mode. */
  Orderings with(Point point, Access access) {
    Map<Point, Access> changed = new EnumMap<>(modes);
    changed.put(point, access);
    return new Orderings(changed);
  }

  Access of(Point point) {
    return modes.get(point);
  }

  /** Finds the call of a {@code VarHandle} in the method of a point. */
  private static final class Finder extends ClassVisitor {
    private final Point point;
    private final Map<Point, Access> modes;

    Finder(Point point, Map<Point, Access> modes) {
      super(Opcodes.ASM9);
      this.point = point;
      this.modes = modes;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return name.equals(point.method) ? new Calls() : null;
    }

    /** The calls of one method. */
    private final class Calls extends MethodVisitor {
      Calls() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals("java/lang/invoke/VarHandle") && name.startsWith(point.operation)) {
          modes.put(point, Access.of(name));
        }
      }
    }
  }
}
