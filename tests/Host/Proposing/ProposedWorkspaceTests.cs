using Merit.Host.Proposing;
using Merit.Host.Tests.Pipeline;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Proposing;

/// <summary>A workspace proposed from files: what their columns are taken for, how sure that is, and that it loads.</summary>
public sealed class ProposedWorkspaceTests : SmallWorkspace
{
    [Fact]
    public async Task A_workspace_proposed_from_files_loads_what_they_hold()
    {
        _folder.Write("in/线索 2025.csv", "线索编号,创建时间,来源,负责人,状态,备注,市场活动\nL1,2025-03-01 10:00,官网,李雷,新建,x,C1\nL2,2025-03-02 11:30,展会,韩梅梅,已联系,y,C2\n");
        _folder.Write("in/ad spend.csv", "Day,Campaign,Cost,Currency\n2025-03-01,C1,100.50,CNY\n2025-03-02,C2,30,CNY\n");
        _folder.Write("in/weather.csv", "temperature,humidity\n20,0.5\n");
        Assert.True(await Merit("init", "mine", "--from", "in/线索 2025.csv", "--from", "in/ad spend.csv", "in/weather.csv") == 0, Notes);
        var yaml = _folder.Read("mine/merit.yaml");
        Assert.Contains("lead_id: \"线索编号\"   # 90 %", yaml, StringComparison.Ordinal);
        Assert.Contains("taken for nothing: \"备注\"", yaml, StringComparison.Ordinal);
        Assert.Contains("amount: \"Cost\"   # 90 %", yaml, StringComparison.Ordinal);
        Assert.Contains("no table of the data model was recognised", yaml, StringComparison.Ordinal);
        Assert.Contains("线索 2025.csv is taken for leads", Notes, StringComparison.Ordinal);
        _folder.Write("mine/metrics/own.csx", "");
        Assert.True(await Merit("load", "--project", "mine") == 0, Notes);
        Assert.True(await Merit("query", "--project", "mine", "--metrics", "new_leads,cost", "--by", "campaign", "--period", "2025", "--format", "csv", "--quiet") == 0, Notes);
        Assert.Equal("campaign,new_leads,cost\nC1,1,100.5\nC2,1,30\n", _data.ToString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_sample_beside_files_are_told()
    {
        Assert.Equal(1, await Merit("init", "mine", "--from", "none.csv"));
        Assert.Contains("error MRT1231: There is no file '", Notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "mine")));
        Assert.Equal(2, await Merit("init", "mine", "--from", "leads.csv", "--sample", "demo"));
    }

    [Theory]
    [InlineData("deals.csv", "id:Text stage:Text amount:Money close_date:Date owner:Text", "opportunities", "opportunity_id=id amount=amount stage=stage owner=owner closed_at=close_date")]
    [InlineData("订单.xlsx", "订单编号:Text 下单时间:Timestamp 订单金额:Integer", "orders", "order_id=订单编号 ordered_at=下单时间 amount=订单金额")]
    [InlineData("baidu.csv", "日期:Date 推广计划ID:Integer 展现量:Integer 点击量:Integer", "delivery", "date=日期 campaign_id=推广计划ID impressions=展现量 clicks=点击量")]
    [InlineData("campaigns.csv", "Campaign ID:Text Campaign Name:Text Start Date:Date Budget:Integer", "campaigns", "campaign_id=Campaign ID name=Campaign Name start_date=Start Date budget=Budget")]
    [InlineData("people.csv", "Contact:Text E-Mail:Text 手机号:Text", "contacts", "contact_id=Contact email=E-Mail phone=手机号")]
    [InlineData("x.csv", "a:Text b:Text", null, "")]
    public void What_columns_are_taken_for(string file, string columns, string? table, string matches)
    {
        List<FileColumn> given = [.. System.Text.RegularExpressions.Regex.Matches(columns, @"(?<name>\S.*?):(?<type>\w+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => new FileColumn(m.Groups["name"].Value, Enum.Parse<ColumnType>(m.Groups["type"].Value)))];
        var proposal = FileProposal.Of(file, given);
        Assert.Equal(table, proposal.Table);
        Assert.Equal(matches.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), string.Join(' ', proposal.Matches.Where(m => m.IsUsed).Select(m => $"{m.Column}={m.From.Header}")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ads.csv", "Campaign ID:Text|Day:Date|Spend (CNY):Money|Impressions:Integer|Clicks:Integer|Note:Text", "delivery spend")]
    [InlineData("spend.csv", "Day:Date|Campaign:Text|Cost:Money|Impressions:Integer", "spend delivery")]
    [InlineData("百度.csv", "日期:Date|推广计划:Text|展现量:Integer|消费:Money", "spend delivery")]
    [InlineData("spend.csv", "Day:Date|Campaign:Text|Cost:Money", "spend")]
    [InlineData("baidu.csv", "日期:Date|推广计划ID:Integer|展现量:Integer|点击量:Integer", "delivery")]
    public void An_export_of_advertising_is_what_was_shown_and_what_it_cost(string file, string columns, string tables)
    {
        var proposals = FileProposal.All(file, [.. columns.Split('|').Select(c => new FileColumn(c.Split(':')[0], Enum.Parse<ColumnType>(c.Split(':')[1])))]);

        Assert.Equal(tables, string.Join(' ', proposals.Select(p => p.Table)));
        Assert.All(proposals, p => Assert.Contains(p.Matches, m => m.IsUsed && m.Column is "amount" or "impressions"));
        Assert.Equal(columns.Contains("Note", StringComparison.Ordinal) ? ["Note"] : [], proposals.SelectMany(p => p.Left));
    }

    [Fact]
    public void Values_that_do_not_go_with_a_header_make_it_less_sure()
    {
        var sure = FileProposal.Of("leads.csv", [new("lead_id", ColumnType.Text), new("created_at", ColumnType.Timestamp)]).Matches[1].Sure;
        var unsure = FileProposal.Of("leads.csv", [new("lead_id", ColumnType.Text), new("created_at", ColumnType.Flag), new("status", ColumnType.Text)]).Matches.First(m => m.Column == "created_at");
        Assert.Equal(0.99, sure, 6);
        Assert.False(unsure.IsUsed);
    }
}
