using Merit.Metrics.Language;

namespace Merit.Metrics.Semantics;

/// <summary>What readers call the columns they group by.</summary>
internal static class DimensionLabels
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["account_id"] = "客户编号", ["ad"] = "广告", ["ad_group"] = "广告组", ["buying_role"] = "采购角色", ["campaign_type"] = "活动类型",
        ["category"] = "类别", ["channels"] = "渠道数", ["competitor"] = "竞争对手", ["contact_id"] = "联系人编号", ["content_id"] = "内容", ["currency"] = "币种",
        ["customer_id"] = "客户编号", ["department"] = "部门", ["first_channel"] = "首个渠道", ["first_sale"] = "首次购买", ["format"] = "形式", ["industry"] = "行业", ["instead"] = "应写为", ["keyword"] = "关键词",
        ["kind"] = "种类", ["known"] = "已登记", ["last_channel"] = "末个渠道", ["lead_id"] = "线索编号", ["lost_reason"] = "输单原因", ["mode"] = "线上/线下", ["model"] = "归因模型", ["name"] = "名称",
        ["opportunity_id"] = "商机编号", ["order_id"] = "订单编号", ["other_channel"] = "另一渠道", ["outcome"] = "结果", ["owner"] = "负责人", ["parameter"] = "参数", ["path"] = "路径", ["platform"] = "平台",
        ["problem"] = "问题", ["product"] = "产品", ["promoter"] = "推广人", ["region"] = "地区", ["reject_reason"] = "拒绝原因", ["role"] = "角色",
        ["sales_owner"] = "销售负责人", ["score"] = "评分", ["scorecard"] = "评分卡", ["size"] = "规模", ["source"] = "来源", ["stage"] = "阶段",
        ["status"] = "状态", ["title"] = "职位", ["touches"] = "触点数", ["type"] = "类型", ["utm_campaign"] = "UTM 活动", ["utm_content"] = "UTM 内容",
        ["utm_medium"] = "UTM 媒介", ["utm_source"] = "UTM 来源", ["utm_term"] = "UTM 关键词", ["written"] = "写法",
    };

    public static string English(string column) => column.StartsWith("utm_", StringComparison.Ordinal)
        ? "UTM " + column[4..]
        : Words.Sentence(column);

    public static string InChinese(string column) => Chinese.GetValueOrDefault(column, English(column));
}
