namespace Merit.Plugins.Connectors;

/// <summary>A connector whose configuration brings tests of its own, which need neither the source nor the network.</summary>
/// <remarks>Beside <see cref="IConnector"/>, on the same class. Asked by <c>merit test</c>.</remarks>
public interface ITests
{
    /// <summary>Runs them.</summary>
    /// <returns>What came of each, in the order they are written in.</returns>
    /// <exception cref="ConnectorException">They cannot be run.</exception>
    Task<IReadOnlyList<SourceTest>> TestAsync(ReadRequest request, CancellationToken stop);
}

/// <summary>What came of a test.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">The file it stands in, relative to the workspace.</param>
/// <param name="Line">Its line there, from 1.</param>
/// <param name="Differences">What was not as expected; nothing where it passed.</param>
public sealed record SourceTest(string Name, string File, int Line, IReadOnlyList<SourceDifference> Differences);

/// <summary>Something a test did not find as expected.</summary>
/// <param name="What">Of what: <c>amount of row 2</c>.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What was found.</param>
public sealed record SourceDifference(string What, string Expected, string Found);
