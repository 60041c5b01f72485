using ScCa.Web.Starting;

return await WebStart.Run(args);
