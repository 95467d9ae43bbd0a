package y92_library_calls;

import dev.holdfast.annotations.GuardedBy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Which calls of string builders, buffers and streams write. */
class Writing {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private final StringBuilder text = new StringBuilder();

  @GuardedBy("rw")
  private final StringBuffer buffer = new StringBuffer();

  @GuardedBy("rw")
  private final ByteBuffer page = ByteBuffer.allocate(16);

  @GuardedBy("rw")
  private final IntBuffer numbers = IntBuffer.allocate(16);

  @GuardedBy("rw")
  private final CharBuffer chars = CharBuffer.allocate(16);

  @GuardedBy("rw")
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void reads(byte[] into) {
    rw.readLock().lock();
    try {
      System.out.println(text.length() + text.charAt(0) + text.indexOf("x") + text.toString());
      System.out.println(page.get(3) + page.getInt(4) + page.remaining() + page.capacity());
      System.out.println(numbers.get(0) + chars.charAt(0) + chars.length());
      System.out.println(out.size() + out.toByteArray().length);
      ByteBuffer own = page.duplicate();
      own.position(4);
      own.get(into);
      page.asReadOnlyBuffer().get(into);
    } finally {
      rw.readLock().unlock();
    }
  }

  void writes(byte[] from) throws IOException {
    rw.writeLock().lock();
    try {
      text.setLength(0);
      page.clear();
      page.put(from).flip();
      numbers.put(1).rewind();
      chars.put("x");
      out.write(from);
      out.reset();
    } finally {
      rw.writeLock().unlock();
    }
  }

  void builder() {
    rw.readLock().lock();
    try {
      text.setLength(0); // expect: UnguardedAccess "text"
      text.setCharAt(0, 'x'); // expect: UnguardedAccess "text"
      text.ensureCapacity(5); // expect: UnguardedAccess "text"
      text.trimToSize(); // expect: UnguardedAccess "text"
      text.append(1).setLength(0); // expect: UnguardedAccess "text"
      buffer.setLength(0); // expect: UnguardedAccess "buffer"
    } finally {
      rw.readLock().unlock();
    }
  }

  void buffers(byte[] bytes) {
    rw.readLock().lock();
    try {
      page.put((byte) 1); // expect: UnguardedAccess "page"
      page.putLong(0, 1L); // expect: UnguardedAccess "page"
      page.flip(); // expect: UnguardedAccess "page"
      page.position(3); // expect: UnguardedAccess "page"
      page.get(); // expect: UnguardedAccess "page"
      page.get(bytes); // expect: UnguardedAccess "page"
      page.getInt(); // expect: UnguardedAccess "page"
      page.compact(); // expect: UnguardedAccess "page"
      numbers.get(); // expect: UnguardedAccess "numbers"
      numbers.put(0, 1); // expect: UnguardedAccess "numbers"
      numbers.clear(); // expect: UnguardedAccess "numbers"
      chars.append('x'); // expect: UnguardedAccess "chars"
    } finally {
      rw.readLock().unlock();
    }
  }

  void stream(byte[] bytes) throws IOException {
    rw.readLock().lock();
    try {
      out.write(1); // expect: UnguardedAccess "out"
      out.write(bytes); // expect: UnguardedAccess "out"
      out.write(bytes, 0, 1); // expect: UnguardedAccess "out"
      out.writeBytes(bytes); // expect: UnguardedAccess "out"
      out.reset(); // expect: UnguardedAccess "out"
    } finally {
      rw.readLock().unlock();
    }
  }
}
