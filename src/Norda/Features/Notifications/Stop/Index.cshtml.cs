using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Stop;

/// <summary>
/// Behind the stop link of a letter: a question, then the deed. Mail programs post to it by themselves (RFC 8058), without a form of
/// ours; what nobody can guess is the link.
/// </summary>
[Access(Resource.MailStop, Act.Change)]
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public class IndexModel(StopLink links, StopMail stop) : PageModel
{
    public bool IsGood { get; private set; }
    public bool IsDone { get; private set; }
    public IReadOnlyList<NotificationKind> Kinds { get; private set; } = [];

    public async Task OnGetAsync(string secret, CancellationToken cancel)
    {
        if (Find(secret) is { } order)
            Kinds = await stop.Ends(order, cancel);
    }

    public async Task OnPostAsync(string secret, CancellationToken cancel)
    {
        if (Find(secret) is not { } order)
            return;
        await stop.Run(order, cancel);
        IsDone = true;
    }

    private StopOrder? Find(string secret)
    {
        var order = links.Read(secret);
        IsGood = order is not null;
        if (!IsGood)
            Response.StatusCode = StatusCodes.Status410Gone;
        return order;
    }
}
