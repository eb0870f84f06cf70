using System.Text.Encodings.Web;
using System.Text.Json;
using Merit.Host.Warehouse.Identity;

namespace Merit.Host.Explaining;

/// <summary>A person for other programs; keys are snake_case.</summary>
internal static class PersonJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Person person) => JsonSerializer.Serialize(person, Options);
}
