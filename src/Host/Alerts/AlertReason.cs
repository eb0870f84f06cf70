using System.Text.Json;
using System.Text.Json.Serialization;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Alerts;

/// <summary>Why nothing can be said of an alert, a sentence in both languages: who reads what was written down may read another one than whom it was written for.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">In Chinese.</param>
[JsonConverter(typeof(Reader))]
internal sealed record AlertReason(string English, string Chinese)
{
    /// <summary>As a reader reads it.</summary>
    public string In(Words words) => words.Choose(English, Chinese);

    /// <summary>The same words of both languages.</summary>
    public static AlertReason Of(string key, params object?[] values) => new(Words.For("en").Say(key, values), Words.For("zh-CN").Say(key, values));

    /// <summary>Several as they read one after the other.</summary>
    public static string Joined(IEnumerable<AlertReason> reasons, Words words) => string.Join(' ', reasons.Select(r => r.In(words)));

    /// <summary>Reads what was written down, also by versions that wrote one language.</summary>
    private sealed class Reader : JsonConverter<AlertReason>
    {
        public override AlertReason Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String)
            {
                return new AlertReason(reader.GetString() ?? "", "");
            }

            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? [];
            return new AlertReason(texts.GetValueOrDefault("en", ""), texts.GetValueOrDefault("zh", ""));
        }

        public override void Write(Utf8JsonWriter writer, AlertReason value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("en", value.English);
            writer.WriteString("zh", value.Chinese);
            writer.WriteEndObject();
        }
    }
}
