using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Delivering;

/// <summary>A small workspace, loaded once, with a report to send.</summary>
public sealed class DeliveringWorkspace : IDisposable
{
    public DeliveringWorkspace()
    {
        Files.Write("leads.csv", "id,day\n1,2025-03-01\n2,2025-03-02\n").Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"new_leads\"}}\n");
        Write(1);
        MeritProcess.Run(Files.Folder, "load").Fine();
    }

    internal TemporaryWorkspace Files { get; } = new();

    /// <summary>Has mail go to a port of this machine.</summary>
    public void Write(int port) => Files.Write("merit.yaml", $$"""
        name: Small
        currency: CNY
        timezone: Asia/Shanghai
        sources:
          leads: { connector: files, path: leads.csv, into: leads, columns: { lead_id: id, created_at: day } }
        recipients:
          lead: { mail: lead@example.com }
          archive: { folder: sent }
        mail: { host: 127.0.0.1, port: {{port}}, encryption: none, from: merit@example.com }
        schedules:
          nightly: { cron: "0 1 * * *", load: false, reports: mine, recipients: archive }

        """);

    public void Dispose() => Files.Dispose();
}
