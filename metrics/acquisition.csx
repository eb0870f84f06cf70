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

Metric("duplicate_rate", metrics.duplicate_leads / Count(leads))
    .Label("Duplicate rate", zh: "重复线索率")
    .Describe("Duplicates ÷ all leads received, duplicates included.", zh: "重复线索 ÷ 收到的全部线索（含重复）。")
    .As(Percent).LowerIsBetter();

Metric("lead_to_opportunity", metrics.opportunity_leads / metrics.new_leads)
    .Label("Lead to opportunity", zh: "线索转商机率")
    .Describe("Of the period's new leads, the share that has become an opportunity.", zh: "本期新线索中已转为商机的比例。")
    .As(Percent);

Metric("lead_to_mql_days", Average(DaysBetween(leads.created_at, leads.mql_at)).Where(!leads.duplicate_of.HasValue))
    .Label("Days to MQL", zh: "成为 MQL 天数")
    .Describe("Mean days from the creation of a lead to its becoming an MQL, over the period's leads that have.", zh: "本期线索从创建到成为 MQL 的平均天数，仅计已成为者。")
    .As(Days).LowerIsBetter();

Metric("lead_to_opportunity_days", Average(DaysBetween(leads.created_at, leads.opportunity_at)).Where(!leads.duplicate_of.HasValue))
    .Label("Days to opportunity", zh: "转商机天数")
    .Describe("Mean days from the creation of a lead to its opportunity, over the period's leads that have one.", zh: "本期线索从创建到转为商机的平均天数，仅计已转者。")
    .As(Days).LowerIsBetter();

Metric("lead_to_opportunity_days_median", Median(DaysBetween(leads.created_at, leads.opportunity_at)).Where(!leads.duplicate_of.HasValue))
    .Label("Days to opportunity, median", zh: "转商机天数（中位数）")
    .Describe("Median days from the creation of a lead to its opportunity, over the period's leads that have one.", zh: "本期线索从创建到转为商机的天数中位数，仅计已转者。")
    .As(Days).LowerIsBetter();

Metric("assignment_days", Average(DaysBetween(leads.created_at, leads.assigned_at)).Where(!leads.duplicate_of.HasValue))
    .Label("Days to assignment", zh: "分配用时（天）")
    .Describe("Mean days from the capture of a lead to its being given to an owner.", zh: "从获取线索到分配负责人的平均天数。")
    .As(Days).LowerIsBetter();

Metric("first_contact_days_median", Median(DaysBetween(leads.created_at, leads.first_contacted_at)).Where(!leads.duplicate_of.HasValue))
    .Label("Days to first contact, median", zh: "首次联系用时中位数（天）")
    .Describe("Median days from the creation of a lead to its first contact.", zh: "从线索创建到首次联系的天数中位数。")
    .As(Days).LowerIsBetter();

Metric("leads_contacted", Count(leads).Where(!leads.duplicate_of.HasValue & leads.first_contacted_at.HasValue))
    .Label("Leads worked", zh: "已跟进线索")
    .Describe("Of the period's new leads, those that were contacted.", zh: "本期新线索中已被联系的数量。");

Metric("sla_attainment", Count(leads).Where(!leads.duplicate_of.HasValue & DaysBetween(leads.created_at, leads.first_contacted_at) <= 1) / metrics.new_leads)
    .Label("Contacted within a day", zh: "一天内联系率")
    .Describe("Of the period's new leads, the share contacted within 24 hours; a lead nobody has contacted yet counts against it.", zh: "本期新线索中 24 小时内被联系的比例；尚未联系的计为未达标。")
    .As(Percent);

Metric("source_completeness", Count(leads).Where(!leads.duplicate_of.HasValue & leads.source.HasValue) / metrics.new_leads)
    .Label("Source completeness", zh: "来源完整率")
    .Describe("Of the period's new leads, the share whose source is recorded. Ask it by lead_owner.", zh: "本期新线索中记录了来源的比例，可按线索负责人查看。")
    .As(Percent);

Metric("referred_leads", Count(leads).Where(!leads.duplicate_of.HasValue & leads.referred_by.HasValue))
    .Label("Referred leads", zh: "转介绍线索")
    .Describe("New leads that somebody referred.", zh: "由他人推荐的新线索。");

Metric("referral_rate", metrics.referred_leads / metrics.new_leads)
    .Label("Referral rate", zh: "转介绍率")
    .Describe("Referred leads ÷ new leads.", zh: "转介绍线索 ÷ 新线索。")
    .As(Percent);

Metric("lead_score", Average(leads.score).Where(!leads.duplicate_of.HasValue))
    .Label("Lead score", zh: "线索评分")
    .Describe("Mean score of the period's new leads that have one.", zh: "本期有评分的新线索的平均分。");

Metric("lead_score_median", Median(leads.score).Where(!leads.duplicate_of.HasValue))
    .Label("Lead score, median", zh: "线索评分中位数")
    .Describe("Median score of the period's new leads that have one.", zh: "本期有评分的新线索的评分中位数。");

Metric("lead_growth", metrics.new_leads.PercentChange())
    .Label("Lead growth", zh: "线索增长率")
    .Describe("New leads against the month (or day, week, …) before; days so far against the same days before.", zh: "新线索数较上一月（或日、周等）的变化；未结束的时段与上期同样的天数相比。")
    .As(Percent);

Metric("rejection_rate_by_reason", metrics.rejected_leads / metrics.new_leads.Across("leads.reject_reason"))
    .Label("Rejection rate by reason", zh: "各原因退回率")
    .Describe("Of all new leads, the share rejected for each reason. Ask it by leads.reject_reason.", zh: "全部新线索中因各原因被拒的占比，请按 leads.reject_reason 查询。")
    .As(Percent).LowerIsBetter();

Metric("rejection_reason_share", metrics.rejected_leads.ShareOf("leads.reject_reason"))
    .Label("Share of rejections", zh: "退回原因占比")
    .Describe("Of the rejected leads, the share with each reason. Ask it by leads.reject_reason.", zh: "被拒线索中各原因的占比，请按 leads.reject_reason 查询。")
    .As(Percent);
