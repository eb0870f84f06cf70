using System.Text;
using System.Text.Json;
using Merit.Diagnostics;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Finds where a file stops being a JSON array; asked only when the engine could not read it.</summary>
internal static class MalformedJson
{
    /// <summary>The place and what is wrong there; null where nothing is found.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">The file as users see it.</param>
    public static (Place At, string Problem)? Find(string path, string shown)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            // One element at a time: the file may be larger than memory.
            foreach (var _ in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file).ToBlockingEnumerable())
            {
            }

            return null;
        }
        catch (JsonException wrong)
        {
            var line = (int)(wrong.LineNumber ?? 0);
            var text = File.ReadLines(path).ElementAtOrDefault(line) ?? "";
            var column = Characters(text, wrong.BytePositionInLine ?? 0) + 1;
            return line == 0 && text.TrimStart('\uFEFF', ' ', '\t') is [not '[', ..] other
                ? (new Place(shown, 1, 1), $"it begins with '{other[0]}', not with '['; one object a line is 'format: ndjson'")
                : (new Place(shown, line + 1, column), Problem(wrong.Message));
        }
    }

    private static int Characters(string line, long bytes) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line).AsSpan(0, (int)Math.Min(bytes, Encoding.UTF8.GetByteCount(line)))).Length;

    // Where it is stands in the place; what follows the first sentence speaks of .NET.
    private static string Problem(string message)
    {
        var end = new[] { " Path:", " LineNumber:" }.Select(part => message.IndexOf(part, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(message.Length).Min();
        return message[..end].TrimEnd('.', ' ');
    }
}
