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
        Parameters.Add(("named", TsQuery.Named(plan, stemmer.Roots)));
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

    private bool AsksCertificate => plan.Question.Chosen(FilterGroup.Certificate).Count > 0;

    // Each part that looks up rows of the candidates is a lateral subquery with "offset 0": the planner, which cannot
    // know how few they are, would rather read a whole table. Candidates are narrow; their rows are found again by ctid.
    private string Compose() => $"""
        with k as materialized ({Candidates("q", AsksCertificate)})
        {string.Concat(ChosenGroups.Select(g => $", {Name(g)} as materialized ({Candidates(Name(g), g != FilterGroup.Certificate && AsksCertificate)})"))}
        , p as ({Ranked()})
        , h as (select id, score, row_number() over ({Order}) as place from (select p.id, {Score} as score{SortColumn("p")} from p{(HasWords ? " cross join lateral (select search_terms from companies where ctid = p.at offset 0) c" : "")}) s
                {Order} limit @size offset @offset)
        select 0, h.score::float8, c.id, c.slug, c.name, c.category_id, g.slug, g.name, c.address_town, c.nip, c.description_short, left(c.description_full, 1500), c.data_quality::text,
            {SearchColumns.Shown("phone")}, {SearchColumns.Shown("email")}, {SearchColumns.Shown("address_latitude", "street")}, {SearchColumns.Shown("address_longitude", "street")}, c.logo,
            (select json_agg(json_build_array((select s.name from services s where s.id = x.service_id), x.is_primary) order by x.is_primary desc, x.service_id)::text from company_services x where x.company_id = c.id),
            (select json_agg(json_build_array((select s.name from competencies s where s.id = x.competency_id), false) order by x.competency_id)::text from company_competencies x where x.company_id = c.id),
            (select json_agg(json_build_array(z.name, false) order by z.id)::text from certifications z where z.company_id = c.id and z.is_active and (z.expiry_date is null or z.expiry_date >= @today)),
            h.place
        from h cross join lateral (select * from companies where id = h.id offset 0) c left join categories g on g.id = c.category_id
        union all select 1, count(*), {Nulls(2, 20)}, 0 from k
        {Count(FilterGroup.Category, limits.Candidates, 50, "f.category_id", "d.slug, d.name", "join categories d on d.id = v.value")}
        {Count(FilterGroup.Town, limits.Candidates, 60, "f.address_town", "null, v.value")}
        {Count(FilterGroup.Quality, limits.Candidates, 4, "f.data_quality::text", "v.value, v.value")}
        {Count(FilterGroup.Service, limits.Counted, 40, "x.service_id", "d.slug, d.name", "join services d on d.id = v.value", RowsOf("company_services"))}
        {Count(FilterGroup.Competency, limits.Counted, 40, "x.competency_id", "d.slug, d.name", "join competencies d on d.id = v.value", RowsOf("company_competencies"))}
        {Count(FilterGroup.Certificate, limits.Counted, 40, "x.slug", "v.value, v.label", "", RowsOf("certifications", "and is_active and (expiry_date is null or expiry_date >= @today)"), "min(x.name)")}
        order by 1, 22, 2 desc, 5
        """;

    private bool HasWords => plan.Groups.Count > 0;

    private string Order => plan.Question.Order switch
    {
        SearchOrder.Name => "order by name_sort, id",
        SearchOrder.Newest => "order by created_at desc nulls last, id desc",
        _ => "order by score desc, id",
    };

    private string SortColumn(string from) => plan.Question.Order switch
    {
        SearchOrder.Name => $", {from}.name_sort",
        SearchOrder.Newest => $", {from}.created_at",
        _ => "",
    };

    /// <summary>Without words every candidate has the same relevance.</summary>
    private string Score => HasWords
        ? "ts_rank('{0.05,0.2,0.5,1.0}', c.search_terms, @rank::tsquery) + case when c.search_terms @@ @names::tsquery then 0.5 else 0 end + p.rank_static / 20000.0"
        : "p.rank_static / 20000.0";

    /// <summary>The candidates and, when there were more than may be, firms of that name that stand too low to be among them.</summary>
    private string Ranked() => !HasWords ? "select * from k" : $"""
        select * from k union all
        select * from ({ByTier("named", Restrictions(AsksCertificate), 50)} limit 50) n where id not in (select id from k) and (select count(*) from k) >= {limits.Candidates}
        """;

    private string Candidates(string query, bool certificates) => IsEmpty(query)
        ? $"select {Columns} from companies c where status = 'active' order by rank_static desc limit {limits.Candidates}"
        : $"{ByTier(query, Restrictions(certificates), limits.Candidates)} limit {limits.Candidates}";

    /// <summary>Nothing is asked but to see firms: the index on the static rank has them in order.</summary>
    private bool IsEmpty(string query) => !plan.Text.HasText && plan.Number is null && ChosenGroups.All(g => query == Name(g));

    private string Columns => $"id, ctid as at, rank_static, category_id, address_town, data_quality{SortColumn("c")}";

    /// <summary>Tiers stand in the order of the static rank; within one, any firms will do: sorting them would mean to fetch them all.</summary>
    private string ByTier(string query, string restrictions, int limit) => string.Join(" union all ", Enumerable.Range(0, PostgresSearch.Tiers).Select(tier =>
        $"(select {Columns} from companies c where tier = {tier} and search_terms @@ @{query}::tsquery{restrictions} limit {limit})"));

    private string Restrictions(bool certificates) =>
        string.Concat(Enumerable.Range(0, plan.Text.Phrases.Count).Select(i => $" and search_text like @phrase{i}"))
        + (certificates ? " and exists (select 1 from certifications z where z.company_id = c.id and z.slug = any(@certificates) and z.is_active and (z.expiry_date is null or z.expiry_date >= @today))" : "");

    /// <summary>Firms per value of a filter, the most frequent values first.</summary>
    private string Count(FilterGroup group, int from, int most, string value, string columns, string names = "", string rows = "", string label = "null::text") => $"""
        union all select {PageReader.FirstFacetKind + (int)group}, v.firms::float8, null::int, {columns}, {Nulls(5, 20)}, 0 from (
            select {value} as value, {label} as label, count(*) as firms from (select * from {(ChosenGroups.Contains(group) ? Name(group) : "k")} limit {from}) f {rows} group by 1 order by firms desc, 1 limit {most}) v
            {names} where v.value is not null
        """;

    private static string RowsOf(string table, string condition = "") => $"cross join lateral (select * from {table} where company_id = f.id {condition} offset 0) x";

    private static string Name(FilterGroup group) => "k" + ((int)group).ToString(CultureInfo.InvariantCulture);

    private static string Nulls(int from, int to) => string.Join(", ", Enumerable.Range(from, to - from + 1).Select(column => "null::" + ColumnTypes[column]));

    private static readonly string[] ColumnTypes = ["int", "float8", "int", "text", "text", "int", "text", "text", "text", "text", "text", "text", "text", "text", "text", "float8", "float8", "text", "text", "text", "text"];
}
