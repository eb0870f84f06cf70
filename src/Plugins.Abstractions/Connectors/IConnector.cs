namespace Merit.Plugins.Connectors;

/// <summary>Reads one source.</summary>
/// <remarks>
/// Errors: throw <see cref="ConnectorException"/> with a message for the user when the source cannot be read at all; give a <see cref="Reject"/> for a single row.
/// Any other exception is reported as a defect of the plugin. Nothing read is published unless the whole enumeration ends without an exception.
/// </remarks>
public interface IConnector
{
    /// <summary>Reads the source from the beginning, or from <see cref="ReadRequest.State"/>.</summary>
    IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop);
}
