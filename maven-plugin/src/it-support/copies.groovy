// Copies a sample into the project at hand, as it is and to be mended; its folder is the one named.
return { String name ->
  def sample = new File(basedir, "../../../../samples/$name")
  ['sample', 'mended'].each { copyName ->
    def copy = new File(basedir, copyName)
    copy.deleteDir()
    sample.eachFileRecurse { file ->
      def path = sample.toPath().relativize(file.toPath()).toString()
      if (file.isFile() && !path.startsWith('target')) {
        def target = new File(copy, path)
        target.parentFile.mkdirs()
        target.bytes = file.bytes
      }
    }
  }
}
