using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Delivery;
using Merit.Host.Reports.Archive;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Sends a report that was sent before once more, from the data as they are now: it says what has changed since.</summary>
internal static class ResendEndpoint
{
    public const string Address = "/reports/resend";

    private const int LongestKey = 64;

    /// <summary>Who got a report on an occasion, and is still among the recipients of merit.yaml.</summary>
    public static IReadOnlyList<string> RecipientsOf(KeptReport sent, IReadOnlyList<DeliveryEntry> deliveries, View view) =>
    [
        .. deliveries.Where(d => d.Key.StartsWith(sent.Key + "/", StringComparison.Ordinal) && d.Reports.Contains(sent.Report, StringComparer.Ordinal)).Select(d => d.Recipient).Distinct(StringComparer.Ordinal)
            .Where(r => view.Workspace.Recipients.Contains(r, StringComparer.Ordinal)),
    ];

    public static async Task SendAsync(HttpContext context)
    {
        var form = await Forms.ReadAsync(context);
        var view = new View(context);
        var (report, at, once) = (form["report"].ToString(), form["at"].ToString(), form["once"].ToString());
        if (new SentReports(view.Workspace.StateDirectory).Kept.Find(report, at) is not { } sent || once.Length is 0 or > LongestKey || !once.All(char.IsAsciiLetterOrDigit))
        {
            throw new MeritException(ServeRules.NoPage.Here());
        }

        var recipients = RecipientsOf(sent, new DeliveryJournal(view.Workspace.StateDirectory).All, view);
        if (recipients.Count == 0)
        {
            throw new MeritException(DeliveryRules.NotAgain.Here("nobody who got it is among the recipients of merit.yaml any more"));
        }

        context.Items[Gate.Detail] = $"{report}, sent at {at}, again to {string.Join(", ", recipients)}";
        context.RequestServices.GetRequiredService<Resending>().Start(once, sent.Of.Length > 0 ? sent.Of : sent.Report, sent.Item, sent.Title, recipients);
        Forms.Lead(context, View.Address("/reports", [("sent", once), ("lang", Asked.Text(context.Request.Query, "lang"))]));
    }
}
