using System.Globalization;
using System.Net;
using System.Text;
using Merit.Connectors.Http.Describing;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Testing;

/// <summary>Gives the answers of a test, one after the other, in place of a server.</summary>
internal sealed class CannedAnswers(IReadOnlyList<AnswerDescription> answers) : HttpMessageHandler
{
    private readonly List<SourceDifference> _differences = [];
    private int _asked;

    /// <summary>What was asked otherwise than expected.</summary>
    public IReadOnlyList<SourceDifference> Differences => _asked >= answers.Count
        ? _differences
        : [.. _differences, new SourceDifference("requests", answers.Count.ToString(CultureInfo.InvariantCulture), _asked.ToString(CultureInfo.InvariantCulture))];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (number, address) = (++_asked, $"{request.RequestUri}");
        if (number > answers.Count)
        {
            _differences.Add(new SourceDifference(string.Create(CultureInfo.InvariantCulture, $"request {number}"), "none", $"{request.Method} {address}"));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request });
        }

        var answer = answers[number - 1];
        if (answer.To is { } to && !address.Contains(to, StringComparison.Ordinal))
        {
            _differences.Add(new SourceDifference(string.Create(CultureInfo.InvariantCulture, $"request {number}"), $"an address with {to}", address));
        }

        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") });
    }
}
