namespace Merit.Host.Tests.Warehouse.Deriving;

public sealed class UtmProblemTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task Values_that_should_be_written_otherwise_are_found_with_what_to_write_instead()
    {
        _bed.Write("campaigns.csv", "id,utm\nC1,spring-sale\nC2,2025-1-11\n");
        _bed.Write("t.csv", """
            id,s,m,c
            1,google,cpc,spring-sale
            2,google,cpc,Spring_Sale
            3,google,cpc,springsale
            4,Google,cpc,Spring-Sale
            5,google,CPC ,2025-11-1
            6,news letter,email,autumn
            7,google,,spring-sale
            8,,email,
            9,(direct),(none),
            10,google,cpc,Autumn
            11,google,cpc,autumn
            12,,,
            13,google,cpc,2025-1-11
            """);
        await LoadAsync();
        Assert.Equal(
            [
                "blanks|utm_medium|CPC |cpc|1", "blanks|utm_source|news letter|news-letter|1",
                "capitals|utm_campaign|Autumn|autumn|1", "capitals|utm_campaign|Spring-Sale|spring-sale|1", "capitals|utm_source|Google|google|1",
                "no-medium|utm_medium|google / spring-sale|∅|1", "no-source|utm_source|email|∅|1",
                "spelling|utm_campaign|Spring_Sale|spring-sale|1", "spelling|utm_campaign|springsale|spring-sale|1",
                "unknown-campaign|utm_campaign|2025-11-1|∅|1", "unknown-campaign|utm_campaign|Autumn|∅|1", "unknown-campaign|utm_campaign|autumn|∅|2",
            ],
            _bed.Rows("SELECT problem, parameter, written, instead, touchpoints FROM utm_problems ORDER BY 1, 2, 3"));
        Assert.Equal(
            ["utm-incomplete|2|utm_medium? google / spring-sale; utm_source? email", "utm-misspelt|7|utm_campaign=Autumn (autumn); utm_campaign=Spring-Sale (spring-sale); utm_campaign=Spring_Sale (spring-sale); utm_campaign=springsale (spring-sale); utm_medium=CPC  (cpc)", "utm-unknown-campaign|3|2025-11-1; Autumn; autumn"],
            _bed.Rows("SELECT code, count, array_to_string(examples, '; ') FROM merit.notes WHERE code LIKE 'utm-%' ORDER BY code"));
    }

    [Fact]
    public async Task A_campaigns_own_spelling_is_right_however_few_use_it_and_touches_that_name_their_campaign_are_not_homeless()
    {
        _bed.Write("campaigns.csv", "id,utm\nC1,Spring Sale\nC2,\n");
        _bed.Write("t.csv", "id,s,m,c,camp\n1,a,email,spring-sale,\n2,a,email,spring-sale,\n3,a,email,Spring Sale,\n4,a,email,other,C2\n");
        await LoadAsync("campaign_id=camp");
        Assert.Equal(["spelling|spring-sale|Spring Sale|2"], _bed.Rows("SELECT problem, written, instead, touchpoints FROM utm_problems"));
    }

    [Fact]
    public async Task Without_campaigns_no_campaign_is_unknown_and_clean_values_are_no_problem()
    {
        _bed.Write("campaigns.csv", "id,utm\n");
        _bed.Write("t.csv", "id,s,m,c\n1,google,cpc,x\n2,google,cpc,y\n3,bing,cpc,x\n");
        await LoadAsync();
        Assert.Empty(_bed.Rows("SELECT * FROM utm_problems"));
    }

    public void Dispose() => _bed.Dispose();

    private Task LoadAsync(params string[] more) => _bed.LoadAsync(
        _bed.Source("campaigns", "campaigns.csv", "campaign_id=id", "utm_campaign=utm"),
        _bed.Source("touchpoints", "t.csv", ["touch_id=id", "utm_source=s", "utm_medium=m", "utm_campaign=c", .. more]));
}
