using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery.Carriers;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;

namespace Merit.Host.Delivery;

/// <summary>Sends parcels to the recipients of a workspace.</summary>
internal sealed class Post : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Workspace _workspace;
    private readonly Dispatch _dispatch;
    private readonly TimeProvider _clock;

    // What is posted carries secrets in its address: it goes there and nowhere else.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };

    public Post(Workspace workspace, TimeProvider clock, IReadOnlyList<TimeSpan>? waits = null)
    {
        (_workspace, _clock) = (workspace, clock);
        var journal = new DeliveryJournal(workspace.StateDirectory);
        _dispatch = waits is null ? new Dispatch(journal, clock) : new Dispatch(journal, clock) { Waits = waits };
    }

    /// <summary>Delivers a parcel to one recipient; what is worth saying about it is among the findings.</summary>
    public async Task<DeliveryState> SendAsync(Parcel parcel, string recipient, Findings findings, CancellationToken stop)
    {
        return await SendAsync(parcel, To(recipient), "", findings, stop);
    }

    /// <summary>The recipient of a name.</summary>
    public Recipient To(string recipient) =>
        _workspace.Recipients.FirstOrDefault(r => r.Name == recipient) ?? throw new MeritException(DeliveryRules.NoRecipient.Here(recipient, Suggestion.For(recipient, _workspace.Recipients.Select(r => r.Name))));

    /// <summary>The same where a recipient gets several parcels on an occasion, each of its own.</summary>
    /// <param name="parcel">What to deliver.</param>
    /// <param name="to">To whom.</param>
    /// <param name="part">What tells the parcel from the recipient's others; empty where there is one.</param>
    /// <param name="findings">What is worth saying about it.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task<DeliveryState> SendAsync(Parcel parcel, Recipient to, string part, Findings findings, CancellationToken stop)
    {
        var recipient = to.Name;
        var secrets = new[] { Secrets.Of(to), _workspace.Mail is { } server ? Secrets.Of(server) : Secrets.Of(to) };
        var what = parcel switch
        {
            { Alert: { } told } => $"the alert '{told.Alert.Name}'",
            { Reports.Count: 0 } => "the word about it",
            _ => string.Join(", ", parcel.Reports.Select(r => $"'{r.Name}'")),
        };
        var became = await _dispatch.SendAsync(parcel with { Key = part.Length == 0 ? $"{parcel.Key}/{recipient}" : $"{parcel.Key}/{recipient}/{part}" }, recipient, Carrier(to), text => secrets.Aggregate(text, (kept, s) => s.Hide(kept)), stop);
        switch (became.State)
        {
            case DeliveryState.Failed:
                findings.Add(DeliveryRules.NotDelivered, to.At, char.ToUpperInvariant(what[0]) + what[1..], recipient, became.Attempt == 1 ? "one attempt" : $"{became.Attempt} attempts", became.Detail);
                break;
            case DeliveryState.Unknown:
                findings.Add(DeliveryRules.PerhapsDelivered, to.At, what, recipient, became.Detail);
                break;
        }

        return became.State;
    }

    public void Dispose() => _client.Dispose();

    private ICarrier Carrier(Recipient to) => to switch
    {
        FolderRecipient folder => new FolderCarrier(folder.Folder, _workspace.Zone),
        MailRecipient mail => new MailCarrier(_workspace.Mail ?? throw new MeritException(DeliveryRules.NoMailServer.At(to.At, to.Name)), mail, _clock),
        EachRecipient each => throw new MeritException(DeliveryRules.NotForEach.At(each.At, each.Name)),
        HookRecipient hook => new HookCarrier(hook, _client, _clock),
        _ => throw new InvalidOperationException(to.GetType().Name),
    };
}
