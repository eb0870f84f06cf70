using Merit.Host.Commands;

namespace Merit.Host.Tests.Commands;

public sealed class TerminalTests
{
    [Fact]
    public void Progress_is_gone_with_the_next_output()
    {
        using var notes = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(TextWriter.Null, notes, interactive: true, colour: false);

        terminal.Progress("reading");
        terminal.Progress("loading");
        terminal.Note("done");

        Assert.Equal("reading\r\u001b[2Kloading\r\u001b[2Kdone\n", notes.ToString());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Progress_is_nowhere_else(bool interactive, bool quiet)
    {
        using var notes = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, notes, interactive, colour: false) { Quiet = quiet };

        terminal.Progress("reading");

        Assert.Empty(notes.ToString());
    }

    [Fact]
    public void Text_from_files_cannot_steer_the_terminal()
    {
        using var notes = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, notes, interactive: true, colour: false);

        terminal.Note("a\u001b[2Jb\tc\nd");
        terminal.Finding(Merit.Diagnostics.Rules.InternalRules.Unexpected.Here("\u001b[31m", "x"));

        Assert.DoesNotContain('\u001b', notes.ToString());
        Assert.Contains("b\tc\nd", notes.ToString(), StringComparison.Ordinal);
    }
}
