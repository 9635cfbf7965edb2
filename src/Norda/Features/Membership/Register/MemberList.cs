using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Membership.Register;

/// <summary>A membership as the list shows it; its facts stand in the class below.</summary>
public sealed class MemberRow : MemberFacts
{
    public int Id { get; init; }
    public int Number { get; init; }
    public int CompanyId { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public string? Nip { get; init; }
    public string? Town { get; init; }
    public string? Band { get; init; }
    public int? Staff { get; init; }
    public string? Representative { get; init; }
    public string? Resolution { get; init; }
    public string? EndReason { get; init; }
}

/// <summary>What is asked of the register: as of which day, who, sought by what.</summary>
public sealed record MemberQuestion(DateOnly Day, string State, MemberKind? Kind, string? Text, int Page)
{
    public const string Inside = "w-izbie";
    public const string All = "wszystkie";
    private const int LongestText = 100;
    private const int LastPage = 100_000;

    /// <summary>What cannot be meant is left out.</summary>
    public static MemberQuestion Read(IQueryCollection query, DateOnly today)
    {
        var text = PlainText.Line(query["q"].ToString());
        return new(
            MembershipTexts.ReadDay(query["dzien"]) is { Year: >= 1989 and <= 2100 } day ? day : today,
            Known<MemberStatus>(query["stan"]) is { } status ? Name(status) : query["stan"] == All ? All : Inside, Known<MemberKind>(query["rodzaj"]),
            text is { Length: > LongestText } ? text[..LongestText] : text, int.TryParse(query["strona"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1);
    }

    public MemberStatus? Status => Known<MemberStatus>(State);

    /// <summary>The address of this question; without defaults.</summary>
    public string Address(string path, DateOnly today)
    {
        var parts = new List<string>();
        if (Day != today)
            parts.Add("dzien=" + Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (State != Inside)
            parts.Add("stan=" + State);
        if (Kind is { } kind)
            parts.Add("rodzaj=" + Name(kind));
        if (Text is not null)
            parts.Add("q=" + Uri.EscapeDataString(Text));
        if (Page > 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"strona={Page}"));
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    public static string Name<T>(T label) where T : struct, Enum => label.ToString().ToLowerInvariant();

    private static T? Known<T>(string? label) where T : struct, Enum => Enum.TryParse<T>(label, ignoreCase: true, out var known) && Enum.IsDefined(known) && char.IsAsciiLetter(label![0]) ? known : null;
}

/// <summary>Reads the register as of a day.</summary>
public class MemberList(AppDb db, IEnumerable<IMemberDebts> debts, IOptions<StandingOptions> days)
{
    /// <summary>What was not known on the day is left out: a membership that was entered later and began later.</summary>
    public IQueryable<MemberRow> Rows(DateOnly day)
    {
        var night = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var late = debts.Select(d => d.On(db, day)).FirstOrDefault() ?? db.Set<Member>().Where(_ => false).Select(m => new MemberDebt { CompanyId = m.CompanyId, Due = m.Since });
        return from m in db.Set<Member>().AsNoTracking()
               where m.Since <= day || m.CreatedAt < night
               join debt in late on m.CompanyId equals debt.CompanyId into owed
               from debt in owed.DefaultIfEmpty()
               select new MemberRow
               {
                   Id = m.Id, Number = m.Number, CompanyId = m.CompanyId, Name = m.Company.Name, Slug = m.Company.Slug, Nip = m.Company.Nip, Town = m.Company.Address.Town, Since = m.Since, Until = m.Until, Kind = m.Kind,
                   Band = m.Band!.Name, Staff = m.Staff, Representative = m.RepresentativeName, Resolution = m.Resolution == null ? null : m.Resolution.Number + ", " + m.Resolution.Body, EndReason = m.EndReason,
                   OldestDue = (DateOnly?)debt!.Due,
               };
    }

    public async Task<IReadOnlyDictionary<MemberStatus, int>> Counts(MemberQuestion question, CancellationToken cancel) =>
        await Sought(question).Select(Status(question.Day)).GroupBy(s => s).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    public async Task<IReadOnlyList<(MemberRow Row, MemberStatus Status)>> Page(MemberQuestion question, int skip, int take, CancellationToken cancel)
    {
        var rows = Sought(question);
        if (question.Status is { } one)
            rows = rows.Where(Is(question.Day, [one]));
        else if (question.State == MemberQuestion.Inside)
            rows = rows.Where(Is(question.Day, Standing.Inside));
        var status = Standing.On(question.Day, days.Value).Compile();
        return [.. (await rows.OrderBy(m => AnyCase.Of(m.Name)).ThenBy(m => m.Id).Skip(skip).Take(take).ToListAsync(cancel)).Select(m => (m, status(m)))];
    }

    public MemberStatus StatusOf(MemberFacts facts, DateOnly day) => Standing.Of(facts, day, days.Value);

    private IQueryable<MemberRow> Sought(MemberQuestion question)
    {
        var rows = Rows(question.Day);
        if (question.Kind is { } kind)
            rows = rows.Where(m => m.Kind == kind);
        if (question.Text is not { } text)
            return rows;
        var word = AnyCase.Typed(text);
        var (nip, number) = (Nip.TryParse(text, out var digits) ? digits : text, int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : -1);
        return rows.Where(m => AnyCase.Of(m.Name)!.Contains(word) || m.Nip == nip || m.Number == number);
    }

    private Expression<Func<MemberRow, MemberStatus>> Status(DateOnly day) => Over<MemberStatus>(Standing.On(day, days.Value), body => body);

    private Expression<Func<MemberRow, bool>> Is(DateOnly day, IReadOnlyList<MemberStatus> wanted) => Over<bool>(Standing.On(day, days.Value), body =>
        wanted.Select(w => (Expression)Expression.Equal(body, Expression.Constant(w))).Aggregate(Expression.OrElse));

    /// <summary>The rule, asked of a row instead of its facts.</summary>
    private static Expression<Func<MemberRow, T>> Over<T>(Expression<Func<MemberFacts, MemberStatus>> rule, Func<Expression, Expression> use)
    {
        var row = Expression.Parameter(typeof(MemberRow), "row");
        return Expression.Lambda<Func<MemberRow, T>>(use(new Replaced(rule.Parameters[0], row).Visit(rule.Body)), row);
    }

    private sealed class Replaced(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;

        /// <summary>Members of the class below are the row's own.</summary>
        protected override Expression VisitMember(MemberExpression node) => node.Expression == from ? Expression.Property(to, node.Member.Name) : base.VisitMember(node);
    }
}
