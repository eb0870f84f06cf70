using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merit.Host.Workers.Protocol;

/// <summary>A value of a dimension, which arrives with the type it had: texts, flags and whole numbers as they are, others as one property that names their type.</summary>
internal sealed class CellConverter : JsonConverter<object>
{
    private const string DateFormat = "yyyy-MM-dd";

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number:
                return reader.GetInt64();
        }

        reader.Read();
        var type = reader.GetString();
        reader.Read();
        var text = reader.GetString() ?? "";
        reader.Read();
        return type switch
        {
            "date" => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture),
            "time" => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "money" => decimal.Parse(text, CultureInfo.InvariantCulture),
            "number" => double.Parse(text, CultureInfo.InvariantCulture),
            _ => throw new JsonException(type),
        };
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long or int:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                Typed(writer, "date", day.ToString(DateFormat, CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                Typed(writer, "time", time.ToString("O", CultureInfo.InvariantCulture));
                break;
            case decimal amount:
                Typed(writer, "money", amount.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                Typed(writer, "number", number.ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                throw new JsonException(value.GetType().Name);
        }
    }

    private static void Typed(Utf8JsonWriter writer, string type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(type, text);
        writer.WriteEndObject();
    }
}
