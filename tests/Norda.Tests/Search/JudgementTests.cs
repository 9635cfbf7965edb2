using System.Text.Json;
using System.Text.Json.Serialization;
using Norda.Data.Search;

namespace Norda.Tests.Search;

/// <summary>Questions that members would type, judged by people: which firms must come first, and which answer at all.</summary>
public class JudgementTests(DemoApp app, ITestOutputHelper output) : IClassFixture<DemoApp>
{
    private const double Required = 0.95;

    [Fact]
    public async Task The_right_firms_come_first()
    {
        var judgements = JsonSerializer.Deserialize<List<Judgement>>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Search", "search-judgements.json")), JsonSerializerOptions.Web)!;
        Assert.True(judgements.Count(j => j.Must.Count > 0) >= 60, "The judged set has at least 60 questions with a right answer.");

        var answers = new List<(Judgement Question, List<string> Slugs)>();
        foreach (var judgement in judgements)
            answers.Add((judgement, await app.Run<ISearchIndex, List<string>>(async index => [.. (await index.Find(new SearchQuestion { Text = judgement.Text }, CancellationToken.None)).Hits.Select(h => h.Slug)])));

        var met = answers.Where(a => a.Question.IsMetBy(a.Slugs)).Select(a => a.Question).ToHashSet();
        foreach (var (question, slugs) in answers.Where(a => !met.Contains(a.Question)))
            output.WriteLine($"missed: {question.Text} -> {string.Join(", ", slugs.Take(question.Top))}");
        var precision = answers.Average(a => a.Question.PrecisionAt3(a.Slugs));
        var mustRate = (double)met.Count / answers.Count;
        output.WriteLine($"must met {mustRate:P1} of {answers.Count}, precision at 3: {precision:0.000}");

        Assert.True(mustRate >= Required, $"only {mustRate:P1} of the questions have their firm where it must be");
        Assert.True(precision >= Required, $"precision at 3 is {precision:0.000}");
    }

    private sealed record Judgement([property: JsonPropertyName("q")] string Text, IReadOnlyList<string> Must, int Top, IReadOnlyList<string> Relevant, IReadOnlyList<string>? MustNot)
    {
        private const int First = 3;

        public bool IsMetBy(IReadOnlyList<string> slugs) => Must.All(slugs.Take(Top).Contains) && !(MustNot ?? []).Any(slugs.Contains);

        /// <summary>Share of right firms among the first three, or among as many as there are right ones.</summary>
        public double PrecisionAt3(IReadOnlyList<string> slugs)
        {
            var places = Math.Min(First, Relevant.Count);
            return (double)slugs.Take(places).Count(Relevant.Contains) / places;
        }
    }
}
