using Microsoft.AspNetCore.Mvc;
using Norda.Platform.Access;

namespace Norda.Features.Newsletter;

[Access(Resource.Newsletter, Act.Change)]
[ResponseCache(NoStore = true)]
public class NewModel(SaveIssue save, ReadOffers read) : IssueEditor(save, read)
{
    private const int Ticked = 3;

    /// <param name="dni">How far back the offers go.</param>
    public async Task OnGetAsync(int? dni, CancellationToken cancel)
    {
        Form.Days = Math.Clamp(dni ?? Form.Days, 1, IssueForm.MostDays);
        await Load(cancel);
        Form.Ticked = [.. Offers.SelectMany(g => g.Offers.Take(Ticked)).Select(o => o.Key)];
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(cancel);
}
