def git = { String... words ->
  def command = ['git', '-c', 'user.name=it', '-c', 'user.email=it@example.org'] + words.toList()
  def process = new ProcessBuilder(command).directory(basedir).inheritIO().start()
  assert process.waitFor() == 0
}
new File(basedir, '.git').deleteDir()
git('init', '-q')
git('add', 'src', 'pom.xml')
git('commit', '-q', '-m', 'Before')
def source = new File(basedir, 'src/main/java/shop/Till.java')
def text = source.text
source.text = text.replace('int amount', 'int much').replace('+= amount', '+= much')
git('commit', '-q', '-a', '-m', 'After')
