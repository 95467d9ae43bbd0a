package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Checkstyle's XML: one element a file, one in it a finding. */
final class CheckstyleFormat {
  private CheckstyleFormat() {}

  static String render(FormatInput input) {
    Map<String, List<Diagnostic>> byPath = new TreeMap<>();
    for (Diagnostic finding : input.findings()) {
      byPath.computeIfAbsent(finding.range().path(), path -> new ArrayList<>()).add(finding);
    }
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("checkstyle");
      xml.writeAttribute("version", input.tool().version());
      xml.writeCharacters("\n");
      for (Map.Entry<String, List<Diagnostic>> file : byPath.entrySet()) {
        file(xml, file.getKey(), file.getValue());
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a writer in memory does not fail", e);
    }
    return text.toString();
  }

  private static void file(XMLStreamWriter xml, String path, List<Diagnostic> findings)
      throws XMLStreamException {
    xml.writeCharacters("  ");
    xml.writeStartElement("file");
    xml.writeAttribute("name", legal(path));
    xml.writeCharacters("\n");
    for (Diagnostic finding : findings) {
      xml.writeCharacters("    ");
      xml.writeEmptyElement("error");
      xml.writeAttribute("line", Integer.toString(finding.range().line()));
      xml.writeAttribute("column", Integer.toString(finding.range().column()));
      xml.writeAttribute("severity", finding.severity().word());
      xml.writeAttribute("message", legal(Messages.withNotes(finding)));
      xml.writeAttribute("source", "dev.holdfast." + finding.rule());
      xml.writeCharacters("\n");
    }
    xml.writeCharacters("  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** Without what XML cannot hold, and on one line, as an attribute is. */
  private static String legal(String text) {
    StringBuilder out = new StringBuilder();
    text.replace("\n", "; ").codePoints().forEach(c -> out.appendCodePoint(legal(c) ? c : 0xFFFD));
    return out.toString();
  }

  private static boolean legal(int c) {
    return c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
  }
}
