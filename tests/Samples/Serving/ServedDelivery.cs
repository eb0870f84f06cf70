using System.Net;
using Merit.Host.Access;
using Merit.Samples.Tests.Delivering;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary>A small workspace of which a report was rendered and sent, served to who signs in.</summary>
public sealed class ServedDelivery : IDisposable
{
    private readonly DeliveringWorkspace _workspace = new();
    private readonly List<HttpClient> _clients = [];
    private readonly ServedSite _site;

    public ServedDelivery()
    {
        var files = _workspace.Files;
        File.AppendAllText(files.PathOf("merit.yaml"), "access: { always: true, requests: 5000 }\n");
        MeritProcess.Run(files.Folder, "report", "mine").Fine();
        MeritProcess.Run(files.Folder, "deliver", "mine", "--to", "archive").Fine();
        var book = new AccountBook(files.Folder);
        foreach (var role in Roles.ByName)
        {
            book.Keep(AccountKind.User, new Account { Name = role.Key, Role = role.Value, Added = DateTimeOffset.UnixEpoch, Hash = Password.Hash(role.Key, ServedAccess.Secret) });
        }

        _site = ServedSite.Of(files);
    }

    internal string State => _workspace.Files.PathOf(".merit");

    internal string PathOf(string name) => _workspace.Files.PathOf(name);

    /// <summary>Somebody who has signed in.</summary>
    internal async Task<HttpClient> SignedInAsync(string name)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = _site.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(120) };
        _clients.Add(client);
        using var answer = await ServedAccess.SignInAsync(client, name, ServedAccess.Secret);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _site.Dispose();
        _workspace.Dispose();
    }
}
