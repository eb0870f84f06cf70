using System.Runtime.CompilerServices;
using Merit.Connectors.Http.Asking;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Reading;
using Merit.Connectors.Http.Testing;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http;

/// <summary>Reads a stream of an API as its description says.</summary>
internal sealed class HttpConnector(HttpOptions options) : IConnector, IChecks, IDiscovers, IMaps, ITests
{
    public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var file = Tell(() => DescriptionFile.Read(options, request.Directory));
        using var client = new ApiClient(file, options.Stream, options.Address, request.Clock);
        await foreach (var chunk in TellAsync(new StreamReading(file, options, request, client).ReadAsync(stop), stop))
        {
            yield return chunk;
        }
    }

    public async Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop)
    {
        try
        {
            var file = DescriptionFile.Read(options, request.Directory);
            using var client = new ApiClient(file, options.Stream, options.Address, request.Clock);
            await new StreamReading(file, options, request with { State = null }, client).TryAsync(stop);
            return [];
        }
        catch (WrongDescriptionException e)
        {
            return [e.Setting];
        }
        catch (ConnectorException e)
        {
            return [new WrongSetting(e.NextStep.Contains("'secrets'", StringComparison.Ordinal) ? "secrets" : null, e.Message, e.NextStep)];
        }
        catch (TooMuchException)
        {
            // It answers; that it has more than it gives at once is for a read to deal with.
            return [];
        }
        catch (Exception e) when (e is UriFormatException or HttpRequestException)
        {
            return [new WrongSetting("address", $"The address cannot be asked: {e.Message.TrimEnd('.')}.")];
        }
    }

    public Task<IReadOnlyList<SourceStream>> DiscoverAsync(ReadRequest request, CancellationToken stop)
    {
        var file = Tell(() => DescriptionFile.Read(options, request.Directory));
        return Task.FromResult<IReadOnlyList<SourceStream>>([.. file.Api.Streams.Select(s => new SourceStream(s.Key, [.. s.Value.Fields.Select(f => new StreamColumn(f.Key, f.Value.Type))])
        {
            Key = s.Value.Key, Cursor = s.Value.Cursor ?? s.Value.Dates?.Column, Selected = string.Equals(s.Key, options.Stream, StringComparison.Ordinal),
        })]);
    }

    public async Task<IReadOnlyList<SourceTest>> TestAsync(ReadRequest request, CancellationToken stop)
    {
        var tests = new List<SourceTest>();
        foreach (var test in Tell(() => DescriptionFile.Read(options, request.Directory)).Api.Tests.Where(t => string.Equals(t.Stream, options.Stream, StringComparison.Ordinal)))
        {
            try
            {
                tests.Add(await new DescriptionTest(test, options, request).RunAsync(stop));
            }
            catch (WrongDescriptionException e)
            {
                throw new ConnectorException(e.Setting.Message, e.Setting.NextStep, e);
            }
        }

        return tests;
    }

    public ProposedMapping Propose(string directory)
    {
        try
        {
            var file = DescriptionFile.Read(options, directory);
            return new ProposedMapping(file.Stream.Into, ProposedColumns.Of(file.Stream, file.Values));
        }
        catch (WrongDescriptionException e)
        {
            return new ProposedMapping(null, []) { Wrong = [e.Setting] };
        }
    }

    private static async IAsyncEnumerable<T> TellAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var each = items.GetAsyncEnumerator(stop);
        while (true)
        {
            bool more;
            try
            {
                more = await each.MoveNextAsync();
            }
            catch (WrongDescriptionException e)
            {
                throw new ConnectorException(e.Setting.Message, e.Setting.NextStep, e);
            }
            catch (TooMuchException e)
            {
                throw new ConnectorException(e.Message, "The API gives no more at once; ask for less, in a description of your own.", e);
            }

            if (!more)
            {
                yield break;
            }

            yield return each.Current;
        }
    }

    private static T Tell<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (WrongDescriptionException e)
        {
            throw new ConnectorException(e.Setting.Message, e.Setting.NextStep, e);
        }
    }
}
