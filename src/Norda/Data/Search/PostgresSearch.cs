using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Search.Polish;
using Norda.Features.Directory;
using NpgsqlTypes;

namespace Norda.Data.Search;

/// <summary>
/// Search on PostgreSQL: terms made by the application in a tsvector, GIN indexes per tier. Firms stand in tiers by
/// their static rank (the best 1,000, the next 4,000, then 16,000, …); a question takes its candidates tier by tier
/// until it has enough, so that its cost hardly grows with the directory. See docs/decisions/0004-search.md.
/// </summary>
public sealed class PostgresSearch(AppDb db, Stemmer stemmer, Speller speller, TimeProvider clock, IndexSize size, IOutputCacheStore pages) : SearchIndex(db, stemmer, speller, pages)
{
    /// <summary>
    /// Part of the first migration. Terms stay in the row, uncompressed: fetching them from the TOAST table costs more than
    /// ranking does. Statistics of terms would make a plan cost more than the answer, and no plan depends on them.
    /// </summary>
    public const string StoreTerms = "alter table companies alter column search_terms set storage main, alter column search_terms set statistics 0;";

    internal const int Tiers = 6;
    private readonly IndexReader reader = new(db, stemmer, clock);

    internal override async Task<SearchPage> Ask(Plan plan, CancellationToken cancel)
    {
        var limits = Limits.For(await size.Firms(Db, cancel));
        var statement = new PostgresStatement(plan, limits, Stemmer, Platform.Warsaw.Today(clock));
        await using var command = await Db.Command(statement.Text, cancel, [.. statement.Parameters]);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await PageReader.Read(rows, plan, limits.Candidates, Stemmer, cancel);
    }

    public override async Task<IReadOnlyList<Suggestion>> Suggest(string typed, CancellationToken cancel)
    {
        var question = Question.Parse(typed);
        if (question.Words.Count == 0)
            return [];
        var names = TsQuery.Names(SuggestedLists.Typing(question, Stemmer));
        var firms = string.Join(" union all ", Enumerable.Range(0, Tiers).Select(tier =>
            $"(select name, slug, address_town, rank_static from companies where tier = {tier} and search_terms @@ @names::tsquery order by rank_static + 0 desc limit {SuggestedLists.MostFirms})"));
        await using var command = await Db.Command($"select * from (select 0, name, slug, address_town from ({firms}) f limit {SuggestedLists.MostFirms}) n {SuggestedLists.Sql}", cancel, [("names", names), .. SuggestedLists.Parameters(question)]);
        return await SuggestedLists.Read(command, cancel);
    }

    protected override async Task Update(IReadOnlyCollection<int> companyIds, CancellationToken cancel)
    {
        var documents = await reader.Read(companyIds, cancel);
        await Write(documents, cancel);
        await new VocabularyWriter(Db).Add(documents, cancel);
        size.Forget();
    }

    protected override async Task UpdateAll(CancellationToken cancel)
    {
        var words = new Dictionary<string, VocabularyWriter.Entry>(StringComparer.Ordinal);
        var timeout = Db.Database.GetCommandTimeout();
        Db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await foreach (var documents in reader.ReadAll(cancel))
        {
            await Write(documents, cancel);
            foreach (var document in documents)
                VocabularyWriter.Count(document, words);
        }

        await Db.Execute(Retier, cancel);
        await new VocabularyWriter(Db).Replace(words, cancel);
        await Db.Execute("analyze companies", cancel);
        Db.Database.SetCommandTimeout(timeout);
        size.Forget();
    }

    private async Task Write(IReadOnlyList<IndexDocument> documents, CancellationToken cancel)
    {
        if (documents.Count == 0)
            return;
        await Db.Execute(
            """
            update companies c set name_folded = d.name_folded, name_sort = d.name_sort, search_text = d.search_text, rank_static = d.rank_static, search_terms = d.terms::tsvector
            from unnest(@ids, @names, @sorts, @texts, @ranks, @terms) d(id, name_folded, name_sort, search_text, rank_static, terms) where c.id = d.id
            """,
            cancel,
            ("ids", documents.Select(d => d.Id).ToArray()), ("names", documents.Select(d => d.NameFolded).ToArray()), ("sorts", documents.Select(d => d.NameSort).ToArray()),
            ("texts", documents.Select(d => d.Text).ToArray()), ("ranks", documents.Select(d => d.StaticRank).ToArray()), ("terms", documents.Select(TsVector.Of).ToArray()));
    }

    internal const string Retier = """
        with placed as (select id, row_number() over (order by rank_static desc, id) as place from companies)
        update companies c set tier = placed_tier from (
            select id, case when place <= 1000 then 0 when place <= 5000 then 1 when place <= 21000 then 2 when place <= 85000 then 3 when place <= 341000 then 4 else 5 end as placed_tier from placed) p
        where p.id = c.id and c.tier <> placed_tier
        """;
}

/// <summary>How many candidates a question takes, and from how many of them services, competencies and certificates are counted.</summary>
internal readonly record struct Limits(int Candidates, int Counted)
{
    /// <summary>Up to this many firms, and that is every real chamber, ranking is exact.</summary>
    public const int Exact = 20_000;

    /// <summary>Up to this many, twice the candidates still cost less than a tenth of a second and bring the first page near the exact one.</summary>
    private const int Many = 200_000;

    public static Limits For(int firms) => firms switch
    {
        <= Exact => new(Exact, 5_000),
        <= Many => new(6_000, 1_000),
        _ => new(3_000, 1_000),
    };
}

public static class PostgresSearchMap
{
    /// <summary>The tsvector and an index per tier, on top of the columns that both databases have.</summary>
    public static void MapPostgresSearch(this EntityTypeBuilder<Company> companies)
    {
        companies.Property<NpgsqlTsVector>(SearchColumns.Terms).HasDefaultValueSql("''::tsvector");
        for (var tier = 0; tier < PostgresSearch.Tiers; tier++)
            companies.HasIndex([SearchColumns.Terms], $"ix_companies_terms_tier{tier}").HasMethod("gin").HasFilter($"tier = {tier}");
    }
}
