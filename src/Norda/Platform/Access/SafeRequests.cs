namespace Norda.Platform.Access;

/// <summary>Requests that no page of ours sends: refused with 400 before anything is looked up.</summary>
public static class SafeRequests
{
    public static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <summary>A NUL asks for nothing, and PostgreSQL takes it for a fault of its own. In a path the server refuses it.</summary>
    public static void RefuseNul(this WebApplication app) => app.Use((http, next) =>
        http.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal) ? Refuse(http) : next(http));

    /// <summary>Asks a server to repeat what it was sent, cookies and all; no browser and no page of ours does. A page would run without what it shows.</summary>
    public static void RefuseTrace(this WebApplication app) => app.Use((http, next) =>
    {
        if (!HttpMethods.IsTrace(http.Request.Method))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });

    /// <summary>
    /// A form that another site sends in the person's name. The browser says so itself; the token is the second lock, and the only one
    /// for old browsers. After the sign-in of other providers, who answer by such a form.
    /// </summary>
    public static void RefuseForeignForms(this WebApplication app) => app.Use((http, next) =>
        Changes(http.Request) && http.Request.Headers["Sec-Fetch-Site"] == "cross-site" ? Refuse(http) : next(http));

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
