namespace Merit.Host.Tests.Reports;
public sealed class ScratchTests
{
    [Fact]
    public void Render_for_looking()
    {
        foreach (var (facts, locale, to) in new[] { (FakeFacts.Company(), "en", "en"), (FakeFacts.Company(), "zh-CN", "zh"), (FakeFacts.LeadsOnly(), "en", "bare") })
        {
            using var bench = new ReportBench(facts, locale);
            bench.Render(to == "bare" ? [ReportBench.Ask("lead-gen"), ReportBench.Ask("overview"), ReportBench.Ask("revenue"), ReportBench.Ask("channels"), ReportBench.Ask("brand")] : [ReportBench.Ask("overview", "2025"), ReportBench.Ask("channels"), ReportBench.Ask("lead-gen", "2025-Q2"), ReportBench.Ask("revenue"), ReportBench.Ask("brand")]);
            Directory.CreateDirectory("/tmp/look/" + to);
            foreach (var f in Directory.GetFiles(bench.Out)) File.Copy(f, "/tmp/look/" + to + "/" + Path.GetFileName(f), true);
        }
    }
}
