using System.CommandLine;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Commands.Answers;

namespace Merit.Host.Commands;

/// <summary><c>--format</c> and <c>--output</c>.</summary>
internal sealed class ListOptions
{
    private readonly Option<string> _format = Verb.Words("--format", "How to write it", "table", "csv", "json", "md");

    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write to instead of standard output.", HelpName = "FILE" };

    private readonly Option<bool> _exact = new("--exact")
    {
        Description = "Texts in CSV as they are; without it, those a spreadsheet would run as a formula begin with an apostrophe.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_output);
        command.Options.Add(_exact);
    }

    /// <summary>Whether it is to be JSON, for programs.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_format) is "json";

    public void Write(ParseResult parsed, Surroundings around, Listing listing)
    {
        var text = parsed.GetValue(_format) switch
        {
            "csv" => CsvWriter.Text(listing, parsed.GetValue(_exact)),
            "json" => JsonWriter.Text(listing),
            "md" => MarkdownWriter.Text(listing),
            _ => TableWriter.Text(listing),
        };
        if (parsed.GetValue(_output) is not { } output)
        {
            around.Output.Data(text);
            return;
        }

        var path = Path.GetFullPath(output, around.CurrentDirectory);
        WriteWhole(path, text + "\n");
        around.Output.Note($"Written: {path}");
    }

    /// <summary>Writes beside the file and then over it, so that nobody ever reads half of it.</summary>
    internal static void WriteWhole(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }

            throw new MeritException(CommandRules.CannotWrite.Here(path, failure.Message), failure);
        }
    }
}
