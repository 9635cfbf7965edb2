using System.Globalization;

namespace Norda.Data.Search;

/// <summary>
/// The whole results page in one statement: candidates by tier, the best of them ranked, the page with everything that
/// a card shows, the total and the counts per filter. A chosen filter is counted without itself, so that one can widen it.
/// </summary>
internal sealed class PostgresStatement
{
    private readonly Plan plan;
    private readonly Limits limits;

    public PostgresStatement(Plan plan, Limits limits, Polish.Stemmer stemmer, DateOnly today)
    {
        this.plan = plan;
        this.limits = limits;
        Parameters.Add(("q", TsQuery.Whole(plan, null, stemmer.Roots)));
        Parameters.Add(("rank", plan.Groups.Count > 0 ? TsQuery.Words(plan.Groups, plan.AnyWord) : $"'{Terms.Any}'"));
        Parameters.Add(("names", plan.Groups.Count > 0 ? TsQuery.Names(plan.Groups) : "'0none'"));
        Parameters.Add(("today", today));
        Parameters.Add(("offset", (plan.Question.Page - 1) * plan.Question.PageSize));
        Parameters.Add(("size", plan.Question.PageSize));
        for (var i = 0; i < plan.Text.Phrases.Count; i++)
            Parameters.Add(($"phrase{i}", $"%{plan.Text.Phrases[i]}%"));
        if (plan.Question.Chosen(FilterGroup.Certificate) is { Count: > 0 } certificates)
            Parameters.Add(("certificates", certificates.ToArray()));
        foreach (var group in ChosenGroups)
            Parameters.Add((Name(group), TsQuery.Whole(plan, group, stemmer.Roots)));
        Text = Compose();
    }

    public string Text { get; }

    public List<(string Name, object? Value)> Parameters { get; } = [];

    private IEnumerable<FilterGroup> ChosenGroups => plan.Question.Filters.Where(f => f.Value.Count > 0).Select(f => f.Key).Order();

    private string Compose() => $"""
        with k as materialized ({Candidates("q", plan.Question.Chosen(FilterGroup.Certificate).Count > 0)})
        {string.Concat(ChosenGroups.Select(g => $", {Name(g)} as materialized ({Candidates(Name(g), g != FilterGroup.Certificate && plan.Question.Chosen(FilterGroup.Certificate).Count > 0)})"))}
        , n as materialized (select * from ({ByTier("names", Restrictions(certificates: plan.Question.Chosen(FilterGroup.Certificate).Count > 0) + " and search_terms @@ @q::tsquery", 50)}) v limit 50)
        , p as (select id, search_terms, rank_static, name_sort, created_at from (select * from k limit {limits.Ranked}) z
                union all select id, search_terms, rank_static, name_sort, created_at from n where id not in (select id from k limit {limits.Ranked}))
        , h as (select id, score, row_number() over ({Order}) as place from (
                select *, ts_rank('{"{0.05,0.2,0.5,1.0}"}', search_terms, @rank::tsquery) + case when search_terms @@ @names::tsquery then 0.5 else 0 end + rank_static / 20000.0 as score from p) s
                {Order} limit @size offset @offset)
        select 0, h.score::float8, c.id, c.slug, c.name, c.category_id, g.slug, g.name, c.address_town, c.nip, c.description_short, left(c.description_full, 1500), c.data_quality::text,
            c.phone, c.email, c.address_latitude, c.address_longitude, c.logo,
            (select json_agg(json_build_array(s.name, x.is_primary) order by x.is_primary desc, s.id)::text from company_services x join services s on s.id = x.service_id where x.company_id = c.id),
            (select json_agg(json_build_array(s.name, false) order by s.id)::text from company_competencies x join competencies s on s.id = x.competency_id where x.company_id = c.id),
            (select json_agg(json_build_array(z.name, false) order by z.id)::text from certifications z where z.company_id = c.id and z.is_active and (z.expiry_date is null or z.expiry_date >= @today)),
            h.place
        from h join companies c on c.id = h.id left join categories g on g.id = c.category_id
        union all select 1, count(*), {Nulls(2, 20)}, 0 from k
        {Count(FilterGroup.Category, "g.slug, g.name", "join categories g on g.id = f.category_id", "g.slug, g.name", limits.Candidates, 50)}
        {Count(FilterGroup.Town, "null, f.address_town", "", "f.address_town", limits.Candidates, 60, "and f.address_town is not null")}
        {Count(FilterGroup.Quality, "f.data_quality::text, f.data_quality::text", "", "f.data_quality", limits.Candidates, 4)}
        {Count(FilterGroup.Service, "s.slug, s.name", "join company_services x on x.company_id = f.id join services s on s.id = x.service_id", "s.slug, s.name", limits.Counted, 40)}
        {Count(FilterGroup.Competency, "s.slug, s.name", "join company_competencies x on x.company_id = f.id join competencies s on s.id = x.competency_id", "s.slug, s.name", limits.Counted, 40)}
        {Count(FilterGroup.Certificate, "z.slug, min(z.name)", "join certifications z on z.company_id = f.id and z.is_active and (z.expiry_date is null or z.expiry_date >= @today)", "z.slug", limits.Counted, 40)}
        order by 1, 22, 2 desc, 5
        """;

    private string Order => plan.Question.Order switch
    {
        SearchOrder.Name => "order by name_sort, id",
        SearchOrder.Newest => "order by created_at desc nulls last, id desc",
        _ => "order by score desc, id",
    };

    private string Candidates(string query, bool certificates) => $"select * from ({ByTier(query, Restrictions(certificates), limits.Candidates)}) u limit {limits.Candidates}";

    /// <summary>rank_static + 0 keeps the planner off the index on the static rank: for a rare word it would walk the whole of it.</summary>
    private static string ByTier(string query, string restrictions, int limit) => string.Join(" union all ", Enumerable.Range(0, PostgresSearch.Tiers).Select(tier =>
        $"(select id, rank_static, category_id, address_town, data_quality, name_sort, created_at, search_terms from companies c where tier = {tier} and search_terms @@ @{query}::tsquery{restrictions} order by rank_static + 0 desc, id limit {limit})"));

    private string Restrictions(bool certificates) =>
        string.Concat(Enumerable.Range(0, plan.Text.Phrases.Count).Select(i => $" and search_text like @phrase{i}"))
        + (certificates ? " and exists (select 1 from certifications z where z.company_id = c.id and z.slug = any(@certificates) and z.is_active and (z.expiry_date is null or z.expiry_date >= @today))" : "");

    private string Count(FilterGroup group, string columns, string joins, string by, int from, int most, string where = "") => $"""
        union all (select {PageReader.FirstFacetKind + (int)group}, count(*)::float8, null::int, {columns}, {Nulls(5, 20)}, 0
            from (select * from {(ChosenGroups.Contains(group) ? Name(group) : "k")} limit {from}) f {joins} where true {where} group by {by} order by 2 desc, {by} limit {most})
        """;

    private static string Name(FilterGroup group) => "k" + ((int)group).ToString(CultureInfo.InvariantCulture);

    private static string Nulls(int from, int to) => string.Join(", ", Enumerable.Range(from, to - from + 1).Select(column => "null::" + ColumnTypes[column]));

    private static readonly string[] ColumnTypes = ["int", "float8", "int", "text", "text", "int", "text", "text", "text", "text", "text", "text", "text", "text", "text", "float8", "float8", "text", "text", "text", "text"];
}
