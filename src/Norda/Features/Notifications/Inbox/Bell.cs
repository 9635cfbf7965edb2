using Microsoft.AspNetCore.Mvc;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Notifications.Inbox;

/// <summary>The bell of the top bar with the number of unread notices. It is in the page as it comes; the script only keeps it in step.</summary>
public sealed class Bell(AppDb db, Me me) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View("/Features/Notifications/Inbox/_Bell.cshtml",
        // A page that tells of a fault does not ask the database what may be at fault.
        HttpContext.Response.StatusCode >= StatusCodes.Status500InternalServerError ? 0 : await db.CountUnread(me.Id, HttpContext.RequestAborted));

    public static string Number(int unread) => unread >= NotificationQueries.MostCounted ? "99+" : $"{unread}";
}
