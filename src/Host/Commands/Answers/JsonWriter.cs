using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Merit.Host.Commands.Answers;

/// <summary>An array of objects with raw values; no value is <c>null</c>; a total says <c>"total": true</c>.</summary>
internal static class JsonWriter
{
    // The text is no part of a page, so only what JSON itself demands is escaped and Chinese stays readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Text(Listing listing)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            for (var row = 0; row < listing.Rows.Count; row++)
            {
                json.WriteStartObject();
                for (var column = 0; column < listing.Ids.Count; column++)
                {
                    json.WritePropertyName(listing.Ids[column]);
                    Write(json, listing.Rows[row][column]);
                }

                if (listing.HasTotal && row == listing.Rows.Count - 1)
                {
                    json.WriteBoolean("total", true);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyList<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Cell.Raw(value));
                break;
        }
    }
}
