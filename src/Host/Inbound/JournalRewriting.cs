using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Merit.Host.Inbound;

/// <summary>Changes events that journals hold already, which is done only where somebody is to be forgotten.</summary>
internal static class JournalRewriting
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files of all journals of a workspace.</summary>
    public static IReadOnlyList<string> Files(string directory) =>
        Path.Combine(directory, EventJournal.Folder) is var folder && Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.ndjson", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    /// <summary>Writes a file anew where an entry is changed, all of it or, after a crash, not at all. Nobody adds to it meanwhile: whoever sends is told to send again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="look">Sees every line first, with its entry, or null where it holds none.</param>
    /// <param name="change">What becomes of a line, after all were seen: itself, another entry, or null for a line that goes.</param>
    /// <returns>How many lines were changed.</returns>
    public static int Rewrite(string path, Action<string, JsonObject?> look, Func<string, JsonObject?, string?> change)
    {
        var draft = $"{path}.draft";
        var changed = 0;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            foreach (var line in Lines(file))
            {
                look(line, Entry(line));
            }

            using (var anew = new StreamWriter(new FileStream(draft, FileMode.Create, FileAccess.Write), new UTF8Encoding(false)))
            {
                foreach (var line in Lines(file))
                {
                    var becomes = change(line, Entry(line));
                    changed += string.Equals(becomes, line, StringComparison.Ordinal) ? 0 : 1;
                    if (becomes is not null)
                    {
                        anew.Write(becomes);
                        anew.Write('\n');
                    }
                }

                anew.Flush();
                (anew.BaseStream as FileStream)?.Flush(flushToDisk: true);
            }

            if (changed > 0)
            {
                File.Move(draft, path, overwrite: true);
                return changed;
            }
        }

        File.Delete(draft);
        return 0;
    }

    /// <summary>An entry as a line.</summary>
    public static string Line(JsonObject entry) => entry.ToJsonString(Json);

    private static IEnumerable<string> Lines(FileStream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static JsonObject? Entry(string line)
    {
        try
        {
            return line.Length > 0 ? JsonNode.Parse(line) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
