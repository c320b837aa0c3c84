// Runs at CloudFront for each request to the API. Its language is CloudFront's own (cloudfront-js-2.0), not Node's.
// The session is a cookie that no page can read; the API is shown it as a token. A request that changes something must carry a
// header of ours: another site cannot make a browser send it.
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- CloudFront calls it by its name
function handler(event) {
  var request = event.request;
  var forPortal = request.uri.indexOf('/api/portal/') === 0;
  var cookie = request.cookies[forPortal ? '__Host-milaf-insured' : '__Host-milaf-staff'];
  var changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && !request.headers['x-milaf'] && !request.headers.authorization) {
    return {
      statusCode: 403,
      statusDescription: 'Forbidden',
      headers: { 'content-type': { value: 'application/problem+json' } },
      body: '{"code":"CROSS_SITE","title":"The request did not come from a page of Milaf.","status":403}',
    };
  }
  // The other end of the connection, over whatever the client says it is: sign-ins are counted by it.
  request.headers['x-milaf-viewer'] = { value: event.viewer.ip };
  if (cookie && !request.headers.authorization) {
    request.headers.authorization = { value: 'Bearer ' + cookie.value };
  }
  return request;
}
