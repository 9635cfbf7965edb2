using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Membership.Joining;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Register;

/// <summary>The register of members as of any day.</summary>
[Access(Resource.Member, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(MemberList list, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PageSize = 50;

    public MemberQuestion Asked { get; private set; } = null!;
    public DateOnly Today { get; } = clock.Today();
    public IReadOnlyList<(MemberRow Row, MemberStatus Status)> Rows { get; private set; } = [];
    public IReadOnlyList<(string Text, string Href, int Count, bool IsOn)> Tabs { get; private set; } = [];
    public IReadOnlyList<(string Text, string Href, bool IsOn)> Kinds { get; private set; } = [];
    public string Query { get; private set; } = "";
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Asked = MemberQuestion.Read(Request.Query, Today);
        var counts = await list.Counts(Asked, cancel);
        var (inside, all) = (Standing.Inside.Sum(s => counts.GetValueOrDefault(s)), counts.Values.Sum());
        var total = Asked.Status is { } status ? counts.GetValueOrDefault(status) : Asked.State == MemberQuestion.All ? all : inside;
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        Asked = Asked with { Page = Math.Min(Asked.Page, pages) };
        Rows = await list.Page(Asked, (Asked.Page - 1) * PageSize, PageSize, cancel);
        var path = Url.Content("~/biuro/czlonkowie");
        string Address(MemberQuestion question) => question.Address(path, Today);
        var first = Asked with { Page = 1 };
        Tabs =
        [
            (texts["W izbie"], Address(first with { State = MemberQuestion.Inside }), inside, Asked.State == MemberQuestion.Inside),
            .. Enum.GetValues<MemberStatus>().Select(s => (texts[Standing.Word(s)].Value, Address(first with { State = MemberQuestion.Name(s) }), counts.GetValueOrDefault(s), Asked.Status == s)),
            (texts["Wszystkie"], Address(first with { State = MemberQuestion.All }), all, Asked.State == MemberQuestion.All),
        ];
        Kinds = [.. Enum.GetValues<MemberKind>().Select(k => (texts[DeclarationWords.Of(k)].Value, Address(first with { Kind = Asked.Kind == k ? null : k }), Asked.Kind == k))];
        Query = first.Address("", Today);
        Pager = new PagerState(Asked.Page, pages, number => Address(Asked with { Page = number }));
    }
}
