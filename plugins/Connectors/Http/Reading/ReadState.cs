using System.Text.Json;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Reading;

/// <summary>How far a stream was read, by which description.</summary>
internal sealed record ReadState(string Description, string Reached)
{
    public static ReadState? Of(string? saved, string description)
    {
        var state = saved is null ? null : JsonSerializer.Deserialize<ReadState>(saved);
        return state is null || string.Equals(state.Description, description, StringComparison.Ordinal)
            ? state
            : throw new ConnectorException("The description of the API has changed since the last load.", "Run 'merit load --full' to read everything by it.");
    }

    public string Save() => JsonSerializer.Serialize(this);
}
