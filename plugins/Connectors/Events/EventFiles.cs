using System.Text;
using System.Text.Json;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Events;

/// <summary>An event as it was taken in, or a line that is none.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Raw">The line as it is.</param>
/// <param name="Entry">The line as JSON; undefined where it is none.</param>
internal sealed record EventLine(string File, long Line, string Raw, JsonElement Entry)
{
    public bool IsSound => Entry.ValueKind is JsonValueKind.Object;
}

/// <summary>Finds and reads files of events.</summary>
internal static class EventFiles
{
    private const string Journals = "inbound";

    /// <summary>The folder of an endpoint's journal.</summary>
    public static string Folder(string directory, string endpoint) => Path.Combine(directory, Journals, endpoint);

    /// <summary>The files an endpoint or a path names, in order of name.</summary>
    public static IReadOnlyList<string> Find(InboundOptions options, string directory)
    {
        if (options.Path.Count == 0)
        {
            var folder = Folder(directory, options.Endpoint);
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.ndjson").Order(StringComparer.Ordinal)] : [];
        }

        return [.. options.Path.SelectMany(p => Match(Path.GetFullPath(p, directory), p)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The lines of a file; of a JSON file, what its list holds.</summary>
    public static IEnumerable<EventLine> Read(string path, CancellationToken stop)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        if (Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            var text = reader.ReadToEnd();
            var all = Parse(text);
            var list = all.ValueKind is JsonValueKind.Array ? all.EnumerateArray().ToList() : [all];
            for (var i = 0; i < list.Count; i++)
            {
                yield return new EventLine(path, i + 1, list[i].ValueKind is JsonValueKind.Undefined ? text : list[i].GetRawText(), list[i]);
            }

            yield break;
        }

        for (var number = 1L; reader.ReadLine() is { } line; number++)
        {
            stop.ThrowIfCancellationRequested();

            // Nobody has been told yet that a line without an end is kept.
            if (line.Length > 0 && !(reader.Peek() < 0 && !EndsLine(file)))
            {
                yield return new EventLine(path, number, line, Parse(line));
            }
        }
    }

    private static bool EndsLine(FileStream file)
    {
        var at = file.Position;
        file.Seek(-1, SeekOrigin.End);
        var last = file.ReadByte();
        file.Position = at;
        return last is '\n';
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static IEnumerable<string> Match(string full, string given)
    {
        var (folder, name) = (Path.GetDirectoryName(full) ?? full, Path.GetFileName(full));
        if (Directory.Exists(full))
        {
            (folder, name) = (full, "*");
        }

        List<string> found = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, name).Where(f => Path.GetExtension(f).ToLowerInvariant() is ".json" or ".ndjson" or ".jsonl")] : [];
        return found.Count > 0 ? found : throw new ConnectorException($"No file of events matches {given}.", "Name files that end in .json, .ndjson or .jsonl, relative to the workspace; * and ? stand for parts of a name.");
    }
}
