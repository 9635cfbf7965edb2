using System.Globalization;

namespace Norda.Data.Search;

/// <summary>The results page in one statement, as on PostgreSQL: candidates, ranked page, total, counts per filter.</summary>
internal sealed class SqliteStatement
{
    private readonly Plan plan;

    public SqliteStatement(Plan plan, Polish.Stemmer stemmer, DateOnly today)
    {
        this.plan = plan;
        Parameters.Add(("q", FtsQuery.Whole(plan, null, stemmer.Roots)));
        Parameters.Add(("names", plan.Groups.Count > 0 ? FtsQuery.Names(plan.Groups) : "\"0none\""));
        Parameters.Add(("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Parameters.Add(("offset", (plan.Question.Page - 1) * plan.Question.PageSize));
        Parameters.Add(("size", plan.Question.PageSize));
        for (var i = 0; i < plan.Text.Phrases.Count; i++)
            Parameters.Add(($"phrase{i}", plan.Text.Phrases[i]));
        for (var i = 0; i < Certificates.Count; i++)
            Parameters.Add(($"certificate{i}", Certificates[i]));
        foreach (var group in ChosenGroups)
            Parameters.Add((Name(group), FtsQuery.Whole(plan, group, stemmer.Roots)));
        Text = Compose();
    }

    public string Text { get; }

    public List<(string Name, object? Value)> Parameters { get; } = [];

    private IReadOnlyList<string> Certificates => plan.Question.Chosen(FilterGroup.Certificate);

    private IEnumerable<FilterGroup> ChosenGroups => plan.Question.Filters.Where(f => f.Value.Count > 0).Select(f => f.Key).Order();

    private string Compose() => $"""
        with k as materialized ({Candidates("q", certificates: true)})
        {string.Concat(ChosenGroups.Select(g => $", {Name(g)} as materialized ({Candidates(Name(g), certificates: g != FilterGroup.Certificate)})"))}
        , n as materialized (select rowid as id from companies_fts where companies_fts match @names limit 50)
        , h as (select k.id, -k.relevance + c.rank_static / 1000.0 + case when k.id in (select id from n) then 10 else 0 end as score, row_number() over ({Order}) as place
                from k join companies c on c.id = k.id {Order} limit @size offset @offset)
        select 0, h.score, c.id, c.slug, c.name, c.category_id, g.slug, g.name, c.address_town, c.nip, c.description_short, substr(c.description_full, 1, 1500), c.data_quality,
            {SearchColumns.Shown("phone")}, {SearchColumns.Shown("email")}, {SearchColumns.Shown("address_latitude", "street")}, {SearchColumns.Shown("address_longitude", "street")}, c.logo,
            (select json_group_array(json_array(name, is_primary)) from (select s.name, x.is_primary from company_services x join services s on s.id = x.service_id where x.company_id = c.id order by x.is_primary desc, s.id)),
            (select json_group_array(json_array(name, 0)) from (select s.name from company_competencies x join competencies s on s.id = x.competency_id where x.company_id = c.id order by s.id)),
            (select json_group_array(json_array(name, 0)) from (select z.name from certifications z where z.company_id = c.id and z.is_active and (z.expiry_date is null or z.expiry_date >= @today) order by z.id)),
            h.place
        from h join companies c on c.id = h.id left join categories g on g.id = c.category_id
        union all select 1, count(*), {Nulls(19)}, 0 from k
        {Count(FilterGroup.Category, "g.slug, g.name", "join companies c on c.id = f.id join categories g on g.id = c.category_id", "g.id", Limits.Exact, 50)}
        {Count(FilterGroup.Town, "null, c.address_town", "join companies c on c.id = f.id and c.address_town is not null", "c.address_town", Limits.Exact, 60)}
        {Count(FilterGroup.Quality, "c.data_quality, c.data_quality", "join companies c on c.id = f.id", "c.data_quality", Limits.Exact, 4)}
        {Count(FilterGroup.Service, "s.slug, s.name", "join company_services x on x.company_id = f.id join services s on s.id = x.service_id", "s.id", 5_000, 40)}
        {Count(FilterGroup.Competency, "s.slug, s.name", "join company_competencies x on x.company_id = f.id join competencies s on s.id = x.competency_id", "s.id", 5_000, 40)}
        {Count(FilterGroup.Certificate, "z.slug, min(z.name)", "join certifications z on z.company_id = f.id and z.is_active and (z.expiry_date is null or z.expiry_date >= @today)", "z.slug", 5_000, 40)}
        order by 1, 22, 2 desc, 5
        """;

    private string Order => plan.Question.Order switch
    {
        SearchOrder.Name => "order by c.name_sort, c.id",
        SearchOrder.Newest => "order by c.created_at desc, c.id desc",
        _ => $"order by -k.relevance + c.rank_static / 1000.0 + case when k.id in (select id from n) then 10 else 0 end desc, c.id",
    };

    /// <summary>Weights of the columns name, services, short, full and filters.</summary>
    private string Candidates(string query, bool certificates) =>
        $"select rowid as id, bm25(companies_fts, 10, 5, 2, 0.5, 0) as relevance from companies_fts where companies_fts match @{query}{Restrictions(certificates)} limit {Limits.Exact}";

    private string Restrictions(bool certificates)
    {
        var phrases = Enumerable.Range(0, plan.Text.Phrases.Count).Select(i => $"instr(c.search_text, @phrase{i}) > 0").ToList();
        var where = phrases.Count == 0 ? "" : $" and exists (select 1 from companies c where c.id = companies_fts.rowid and {string.Join(" and ", phrases)})";
        if (!certificates || Certificates.Count == 0)
            return where;
        var slugs = string.Join(", ", Enumerable.Range(0, Certificates.Count).Select(i => $"@certificate{i}"));
        return where + $" and exists (select 1 from certifications z where z.company_id = companies_fts.rowid and z.slug in ({slugs}) and z.is_active and (z.expiry_date is null or z.expiry_date >= @today))";
    }

    private string Count(FilterGroup group, string columns, string joins, string by, int from, int most) => $"""
        union all select * from (select {PageReader.FirstFacetKind + (int)group}, count(*) as firms, null, {columns}, {Nulls(16)}, 0
            from (select id from {(ChosenGroups.Contains(group) ? Name(group) : "k")} limit {from}) f {joins} group by {by} order by firms desc, 5 limit {most})
        """;

    private static string Name(FilterGroup group) => "k" + ((int)group).ToString(CultureInfo.InvariantCulture);

    private static string Nulls(int count) => string.Join(", ", Enumerable.Repeat("null", count));
}
