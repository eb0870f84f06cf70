namespace Merit.Plugins.Connectors;

/// <summary>A connector that can try its settings without reading the data: it connects, signs in, and looks whether what it is to read is there.</summary>
/// <remarks>Beside <see cref="IConnector"/>, on the same class. Asked by <c>merit check --connect</c>.</remarks>
public interface IChecks
{
    /// <summary>Tries the settings.</summary>
    /// <returns>What is wrong with them; nothing where the source can be read.</returns>
    Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop);
}

/// <summary>What is wrong with a setting.</summary>
/// <param name="Option">The option's key as merit.yaml writes it, or null where no single one is at fault.</param>
/// <param name="Message">What is wrong, a sentence without secrets.</param>
/// <param name="NextStep">What the user can do, a sentence; may be empty.</param>
public sealed record WrongSetting(string? Option, string Message, string NextStep = "");
