using System.Globalization;
using System.Text;

namespace Merit.Host.Proposing;

/// <summary>What people call tables and columns at the top of their files, in English and Chinese.</summary>
internal static class HeaderWords
{
    private static readonly Dictionary<string, string[]> OfTables = new(StringComparer.Ordinal)
    {
        ["campaigns"] = ["campaign", "市场活动", "推广计划", "活动"],
        ["targets"] = ["target", "goal", "目标"],
        ["spend"] = ["spend", "cost", "expense", "花费", "费用", "消费", "成本"],
        ["delivery"] = ["delivery", "impression", "adstats", "展现", "投放"],
        ["accounts"] = ["account", "company", "companies", "客户", "公司"],
        ["contacts"] = ["contact", "people", "person", "联系人"],
        ["touchpoints"] = ["touch", "visit", "session", "event", "触点", "访问"],
        ["leads"] = ["lead", "mql", "线索"],
        ["opportunities"] = ["opportunit", "deal", "商机"],
        ["orders"] = ["order", "purchase", "订单"],
        ["attendance"] = ["attendance", "attendee", "签到", "参会", "报名"],
        ["activities"] = ["activit", "call", "跟进"],
    };

    private static readonly Dictionary<string, string[]> OfColumns = new(StringComparer.Ordinal)
    {
        ["created_at"] = ["created", "createdate", "createddate", "createtime", "creationdate", "firstcontactdate", "创建时间", "创建日期", "提交时间", "登记日期", "录入时间"],
        ["assigned_at"] = ["assigned", "assigneddate", "分配时间"],
        ["mql_at"] = ["mql", "mqldate", "mql时间", "mql日期"],
        ["sql_at"] = ["sql", "sqldate", "sql时间", "sql日期"],
        ["won_at"] = ["won", "wondate", "成交时间", "赢单时间"],
        ["lost_at"] = ["lost", "lostdate", "输单时间"],
        ["closed_at"] = ["closed", "closedate", "closeddate", "结单日期", "关闭日期", "成交日期"],
        ["ordered_at"] = ["orderdate", "ordertime", "purchasedate", "下单时间", "下单日期", "订单日期"],
        ["occurred_at"] = ["time", "timestamp", "visittime", "eventtime", "访问时间", "发生时间"],
        ["registered_at"] = ["registered", "registrationdate", "报名时间"],
        ["checked_in_at"] = ["checkedin", "checkin", "签到时间"],
        ["start_date"] = ["start", "startdate", "begindate", "开始日期", "开始时间"],
        ["end_date"] = ["end", "enddate", "finishdate", "结束日期", "结束时间"],
        ["date"] = ["day", "日期"],
        ["name"] = ["title", "campaignname", "名称", "活动名称", "公司名称", "客户名称"],
        ["campaign_id"] = ["campaign", "活动编号", "活动id", "活动", "市场活动", "计划id", "推广计划id", "推广计划"],
        ["lead_id"] = ["lead", "线索编号", "线索id", "mqlid"],
        ["contact_id"] = ["contact", "联系人编号", "联系人id", "联系人"],
        ["account_id"] = ["account", "companyid", "客户编号", "客户id", "公司编号", "客户"],
        ["opportunity_id"] = ["opportunity", "dealid", "deal", "商机编号", "商机id"],
        ["order_id"] = ["order", "orderno", "订单编号", "订单号", "订单id"],
        ["touch_id"] = ["eventid", "visitid", "触点编号"],
        ["channel"] = ["渠道", "推广渠道", "来源渠道"],
        ["source"] = ["leadsource", "origin", "来源", "线索来源"],
        ["owner"] = ["salesrep", "rep", "负责人", "归属人", "销售", "所属销售"],
        ["status"] = ["leadstatus", "状态", "线索状态"],
        ["stage"] = ["dealstage", "阶段", "销售阶段", "商机阶段"],
        ["outcome"] = ["result", "结果"],
        ["probability"] = ["赢率", "概率"],
        ["kind"] = ["type", "类型"],
        ["format"] = ["campaigntype", "活动类型", "活动形式"],
        ["category"] = ["类别", "费用类型"],
        ["amount"] = ["cost", "spend", "revenue", "value", "total", "price", "金额", "费用", "花费", "消费", "成本", "成交金额", "订单金额", "商机金额"],
        ["budget"] = ["预算"],
        ["currency"] = ["币种", "货币"],
        ["impressions"] = ["views", "展现", "展现量", "曝光", "曝光量", "展示量"],
        ["clicks"] = ["点击", "点击量", "点击数"],
        ["conversions"] = ["转化", "转化数", "转化量"],
        ["email"] = ["mail", "emailaddress", "邮箱", "电子邮件"],
        ["phone"] = ["mobile", "tel", "telephone", "手机", "手机号", "电话"],
        ["title"] = ["jobtitle", "职位"],
        ["industry"] = ["行业"],
        ["region"] = ["city", "country", "地区", "城市"],
        ["score"] = ["leadscore", "评分"],
        ["metric"] = ["指标"],
        ["value"] = ["goal", "target", "目标值"],
    };

    /// <summary>Small letters and figures, without blanks and signs between them.</summary>
    public static string Plain(string header)
    {
        var plain = new StringBuilder();
        foreach (var letter in header.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit))
        {
            plain.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return plain.ToString();
    }

    /// <summary>Whether a file's name speaks of a table.</summary>
    public static bool Names(string file, string table) => OfTables.GetValueOrDefault(table, [table]).Any(w => Plain(file).Contains(w, StringComparison.Ordinal));

    /// <summary>How sure one can be, from 0 to 1, that a header means a column of a table.</summary>
    public static double Likeness(string header, string column, bool isKey)
    {
        var (plain, own) = (Plain(header), Plain(column));
        var words = OfColumns.GetValueOrDefault(column, []);
        return plain.Length == 0 ? 0
            : string.Equals(plain, own, StringComparison.Ordinal) ? 0.99
            : words.Contains(plain, StringComparer.Ordinal) ? 0.9
            : isKey && plain is "id" or "编号" or "序号" ? 0.75
            : words.Append(own).Any(w => w.Length >= 3 - (w[0] > 127 ? 1 : 0) && plain.Contains(w, StringComparison.Ordinal)) ? 0.55
            : 0;
    }
}
