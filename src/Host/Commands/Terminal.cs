using System.Text;
using Merit.Diagnostics;

namespace Merit.Host.Commands;

/// <summary>The process's own output: the only place that knows the console.</summary>
internal sealed class Terminal(TextWriter data, TextWriter notes, bool interactive, bool colour) : IOutput
{
    private const string ClearLine = "\r\u001b[2K";

    private int _errors;
    private bool _progressShown;

    /// <summary>Standard output, for help.</summary>
    public TextWriter DataWriter => data;

    public bool Quiet { get; set; }

    /// <summary>Asks a question that 'yes' answers; null where there is nobody to ask.</summary>
    public Func<string, bool>? Ask { get; init; }

    /// <summary>Reads what nobody is to see: typed at a terminal it is not shown, otherwise it is the first line of standard input; null where there is none.</summary>
    public Func<string, string?>? AskSecret { get; init; }

    /// <summary>Whether somebody types the secret, and may mistype it.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Whether an error was shown, which makes the exit code 1.</summary>
    public bool Failed => _errors > 0;

    /// <summary>The process's standard output and standard error.</summary>
    public static Terminal OfProcess(IReadOnlyDictionary<string, string> environment)
    {
#pragma warning disable RS0030 // This is the console abstraction.
        var interactive = !Console.IsErrorRedirected && environment.GetValueOrDefault("TERM") is not "dumb";
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var data = new StreamWriter(Console.OpenStandardOutput(), encoding) { AutoFlush = true };
        var notes = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
        Func<string, bool>? ask = interactive && !Console.IsInputRedirected
            ? question =>
            {
                notes.Write(question);
                return Console.ReadLine()?.Trim() is "yes" or "y" or "是";
            }
            : null;
        var isTyped = !Console.IsInputRedirected;
        Func<string, string?> secret = question => isTyped ? Typed(notes, question) : Console.In.ReadLine();
#pragma warning restore RS0030
        var colour = interactive && string.IsNullOrEmpty(environment.GetValueOrDefault("NO_COLOR"));
        return new Terminal(data, notes, interactive, colour) { Ask = ask, AskSecret = secret, IsTyped = isTyped };
    }

    /// <summary>The process's standard input and standard output as they are, where another program is at their other ends.</summary>
    public static (Stream Input, Stream Output) Pipes()
    {
#pragma warning disable RS0030 // This is the console abstraction.
        return (Console.OpenStandardInput(), Console.OpenStandardOutput());
#pragma warning restore RS0030
    }

    private static string Typed(TextWriter notes, string question)
    {
        notes.Write(question);
        var typed = new StringBuilder();
#pragma warning disable RS0030 // This is the console abstraction.
        for (var key = Console.ReadKey(intercept: true); key.Key is not ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
#pragma warning restore RS0030
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        notes.WriteLine();
        return typed.ToString();
    }

    public void Data(string text)
    {
        Clear();
        data.WriteLine(text);
    }

    public void Note(string text)
    {
        if (!Quiet)
        {
            Clear();
            notes.WriteLine(Plain(text));
        }
    }

    public void Finding(Diagnostic diagnostic)
    {
        Clear();
        _errors += diagnostic.Severity == Severity.Error ? 1 : 0;
        var text = Plain(diagnostic.ToString());
        var ink = diagnostic.Severity switch { Severity.Error => 31, Severity.Warning => 33, _ => 36 };
        notes.WriteLine(colour ? $"\u001b[{ink}m{text}\u001b[0m" : text);
    }

    public void Progress(string text)
    {
        if (interactive && !Quiet)
        {
            Clear();
            notes.Write(text);
            _progressShown = true;
        }
    }

    /// <summary>Takes away what <see cref="Progress"/> shows.</summary>
    public void Clear()
    {
        if (_progressShown)
        {
            notes.Write(ClearLine);
            _progressShown = false;
        }
    }

    // Text from files must not move the cursor of a terminal or colour it.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) && c is not '\n' and not '\t' ? '\uFFFD' : c));
}
