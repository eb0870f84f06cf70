// Leads and how far they got. Duplicates never count; a later stage implies the earlier ones.

Metric("new_leads", Count(leads).Where(!leads.duplicate_of.HasValue))
    .Label("New leads", zh: "新线索数")
    .Describe("Leads created, without duplicates.", zh: "新建线索数，不含重复线索。");

Metric("duplicate_leads", Count(leads).Where(leads.duplicate_of.HasValue))
    .Label("Duplicate leads", zh: "重复线索数")
    .Describe("Leads that repeat another; left out of every other figure.", zh: "与其他线索重复的线索，不计入其他指标。")
    .LowerIsBetter();

Metric("mqls", Count(leads).Where(!leads.duplicate_of.HasValue
        & (leads.mql_at.HasValue | leads.accepted_at.HasValue | leads.sql_at.HasValue | leads.opportunity_at.HasValue | leads.won_at.HasValue)))
    .Label("MQLs", zh: "市场合格线索数")
    .Describe("Of the new leads, those that became marketing-qualified or went further.", zh: "新线索中已成为市场合格线索（MQL）或走得更远者。");

Metric("accepted_leads", Count(leads).Where(!leads.duplicate_of.HasValue
        & (leads.accepted_at.HasValue | leads.sql_at.HasValue | leads.opportunity_at.HasValue | leads.won_at.HasValue)))
    .Label("Accepted leads", zh: "销售接受线索数")
    .Describe("Of the new leads, those that sales took or that went further.", zh: "新线索中销售已接受或走得更远者。");

Metric("sqls", Count(leads).Where(!leads.duplicate_of.HasValue
        & (leads.sql_at.HasValue | leads.opportunity_at.HasValue | leads.won_at.HasValue)))
    .Label("SQLs", zh: "销售合格线索数")
    .Describe("Of the new leads, those that sales confirmed or that went further.", zh: "新线索中销售已确认（SQL）或走得更远者。");

Metric("opportunity_leads", Count(leads).Where(!leads.duplicate_of.HasValue
        & (leads.opportunity_at.HasValue | leads.won_at.HasValue)))
    .Label("Leads with opportunity", zh: "转商机线索数")
    .Describe("Of the new leads, those that became an opportunity.", zh: "新线索中已转为商机者。");

Metric("won_leads", Count(leads).Where(!leads.duplicate_of.HasValue & leads.won_at.HasValue))
    .Label("Won leads", zh: "赢单线索数")
    .Describe("Of the new leads, those that were won.", zh: "新线索中已赢单者。");

Metric("wins", Count(leads).Where(!leads.duplicate_of.HasValue & leads.won_at.HasValue).On(leads.won_at))
    .Label("Leads won in the period", zh: "期内赢单线索数")
    .Describe("Leads won, whenever they were created, by the day of winning.", zh: "期内赢单的线索数，不论创建时间，按赢单日计。");

Metric("rejected_leads", Count(leads).Where(!leads.duplicate_of.HasValue & leads.rejected_at.HasValue))
    .Label("Rejected leads", zh: "被拒线索数")
    .Describe("Of the new leads, those that sales sent back.", zh: "新线索中被销售退回者。")
    .LowerIsBetter();

Metric("cpl", metrics.cost / metrics.new_leads)
    .Label("Cost per lead", zh: "单线索成本")
    .Describe("Cost ÷ new leads.", zh: "成本 ÷ 新线索数。")
    .As(Money).LowerIsBetter();

Metric("cost_per_mql", metrics.cost / metrics.mqls)
    .Label("Cost per MQL", zh: "单 MQL 成本")
    .Describe("Cost ÷ MQLs.", zh: "成本 ÷ 市场合格线索数。")
    .As(Money).LowerIsBetter();

Metric("cost_per_sql", metrics.cost / metrics.sqls)
    .Label("Cost per SQL", zh: "单 SQL 成本")
    .Describe("Cost ÷ SQLs.", zh: "成本 ÷ 销售合格线索数。")
    .As(Money).LowerIsBetter();

Metric("lead_to_mql", metrics.mqls / metrics.new_leads)
    .Label("Lead to MQL", zh: "线索转 MQL 率")
    .Describe("MQLs ÷ new leads, as of the data's date.", zh: "市场合格线索数 ÷ 新线索数，截至数据日期。")
    .As(Percent);

Metric("mql_to_sql", metrics.sqls / metrics.mqls)
    .Label("MQL to SQL", zh: "MQL 转 SQL 率")
    .Describe("SQLs ÷ MQLs, as of the data's date.", zh: "销售合格线索数 ÷ 市场合格线索数，截至数据日期。")
    .As(Percent);

Metric("lead_to_sql", metrics.sqls / metrics.new_leads)
    .Label("Lead to SQL", zh: "线索转 SQL 率")
    .Describe("SQLs ÷ new leads, as of the data's date.", zh: "销售合格线索数 ÷ 新线索数，截至数据日期。")
    .As(Percent);

Metric("sql_to_won", metrics.won_leads / metrics.sqls)
    .Label("SQL to won", zh: "SQL 赢单率")
    .Describe("Won leads ÷ SQLs, as of the data's date.", zh: "赢单线索数 ÷ 销售合格线索数，截至数据日期。")
    .As(Percent);

Metric("lead_to_customer", metrics.won_leads / metrics.new_leads)
    .Label("Lead to customer", zh: "线索成交率")
    .Describe("Of the new leads, the share won, as of the data's date.", zh: "新线索中赢单的占比，截至数据日期。")
    .As(Percent);

Metric("rejection_rate", metrics.rejected_leads / metrics.new_leads)
    .Label("Rejection rate", zh: "线索退回率")
    .Describe("Rejected leads ÷ new leads.", zh: "被拒线索数 ÷ 新线索数。")
    .As(Percent).LowerIsBetter();

Metric("first_contact_days", Average(DaysBetween(leads.created_at, leads.first_contacted_at)).Where(!leads.duplicate_of.HasValue))
    .Label("Days to first contact, mean", zh: "首次联系用时（均值）")
    .Describe("From a lead's creation to the first contact with it, mean over the leads contacted.", zh: "从线索创建到首次联系的天数，按已联系线索取均值。")
    .As(Days).LowerIsBetter();

Metric("sales_cycle_days", Average(DaysBetween(leads.created_at, leads.won_at)).Where(!leads.duplicate_of.HasValue & leads.won_at.HasValue).On(leads.won_at))
    .Label("Sales cycle, mean", zh: "销售周期（均值）")
    .Describe("Days from a lead's creation to winning it, mean, by the day of winning.", zh: "从线索创建到赢单的天数，均值，按赢单日计。")
    .As(Days).LowerIsBetter();

Metric("sales_cycle_days_median", Median(DaysBetween(leads.created_at, leads.won_at)).Where(!leads.duplicate_of.HasValue & leads.won_at.HasValue).On(leads.won_at))
    .Label("Sales cycle, median", zh: "销售周期（中位数）")
    .Describe("Days from a lead's creation to winning it, median, by the day of winning.", zh: "从线索创建到赢单的天数，中位数，按赢单日计。")
    .As(Days).LowerIsBetter();

Metric("leads_won_before_created", Count(leads).Where(leads.won_at < leads.created_at))
    .Label("Won before created", zh: "早于创建的赢单")
    .Describe("Leads whose winning is dated before their creation: kept and counted, and worth correcting at the source.", zh: "赢单时间早于创建时间的线索：照常计入，建议在来源系统更正。")
    .LowerIsBetter();

Metric("leads_without_campaign", Count(leads).Where(!leads.duplicate_of.HasValue & !leads.campaign_id.HasValue))
    .Label("Leads without campaign", zh: "无活动线索数")
    .Describe("New leads for which their source names no campaign; the contact's first touch then decides.", zh: "来源未注明活动的新线索，其活动由联系人的首次触点决定。")
    .LowerIsBetter();

Metric("leads_without_campaign_share", metrics.leads_without_campaign / metrics.new_leads)
    .Label("Share of leads without campaign", zh: "无活动线索占比")
    .Describe("Leads without campaign ÷ new leads.", zh: "无活动线索数 ÷ 新线索数。")
    .As(Percent).LowerIsBetter();
